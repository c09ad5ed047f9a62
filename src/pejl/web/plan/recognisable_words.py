"""Which words does the check of a case from practice know? Every list is ours; a municipality may want more in them.

No list holds anything from the municipality's cases: what is known here is what anybody knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# First names many have. A name at the beginning of a sentence can't be told from other words unless it stands here.
FIRST_NAMES: Final = _words(
    "Aage Adam Agnes Ahmad Ahmed Aisha Albert Alberte Alexander Alfred Ali Alma Amalie Amina Amir Anders Andreas "
    "Ane Anette Anja Ann Anna Anne Annika Anton Arthur Asger Asta Astrid August Aya Benjamin Bent Bertram Birgit "
    "Birgitte Birthe Bjarne Bo Bodil Brian Camilla Carl Carla Caroline Carsten Cecilie Charlotte Christian "
    "Christina Christoffer Clara Claus Connie Dan Daniel Danny David Dennis Dorte Dorthe Ditte Ea Ebba Elias Elin "
    "Ella Ellen Elisabeth Else Emil Emilie Emily Emma Erik Esben Eskil Esther Eva Fatima Felix Filip Finn Flemming "
    "Frank Frederik Freja Frida Gitte Gry Gustav Hanne Hannah Hans Hassan Heidi Helene Helle Henning Henrik "
    "Henriette Hjalmar Holger Hugo Ibrahim Ida Inge Inger Ingrid Isabella Ivan Jack Jacob Jakob Jan Jane Janne "
    "Jannik Jens Jeppe Jesper Jette Jimmy Joan Johan Johanne Johannes John Johnny Jonas Jonathan Josefine Julia "
    "Julie Karen Karin Karina Karl Karla Karoline Kasper Katrine Kenneth Kevin Kim Kirsten Kristian Kristine Lars "
    "Lasse Laura Laurits Lea Leif Lena Lene Leo Leon Leonora Liam Lilly Lily Line Lis Lisbeth Lise Liv Liva Lone "
    "Lotte Louise Luca Lucas Lukas Luna Lykke Lærke Mads Magnus Maja Malene Malou Malthe Marcus Maria Marianne "
    "Marie Marius Mark Markus Martin Maryam Mathias Mathilde Matilde Mette Mia Michael Michelle Mikael Mikkel Mille "
    "Mogens Mohamed Mohammad Mona Morten Muhammad Mustafa Nadia Nanna Natalie Nicklas Nicolai Niels Nikolaj Nina "
    "Noah Nora Ole Olga Oliver Olivia Oscar Oskar Otto Palle Patrick Paul Per Pernille Peter Philip Pia Poul Preben "
    "Rasmus René Rikke Rita Robert Rosa Rune Ruth Sabrina Salma Sander Sanne Sara Sarah Sebastian Selma Signe Silas "
    "Silje Simon Sofia Sofie Solveig Sonja Steen Sten Stine Storm Susanne Svend Søren Tanja Tania Thea Theodor Theo "
    "Thomas Tilde Tim Tina Tobias Tommy Tom Torben Trine Troels Ulla Ulrik Valdemar Vera Verner Victor Victoria "
    "Vibeke Viggo Viktor Viktoria Villads Vilma William Winnie Yasmin Yusuf Zahra Zainab Øjvind Åge Åse"
)

# Written with a capital and still nobody: months are no names, and neither are laws, systems and bodies.
NO_NAMES: Final = _words(
    "Ankestyrelsen Barnet Barnets Børn Børnehuset Børne DUBU Danmark Danmarks Dansk De Dem Den Deres Det Digital "
    "Facebook Familieretshuset Gud I Instagram Internettet Jobcentret Jul Kommune Kommunen Lov Lovs Ministeriet "
    "Nemlig Og Politiet Post PPR Pædagogisk Psykologisk Rådgivning Red Retten Serviceloven SSP Servicelovens Signs "
    "Safety Snapchat Social Sociale Socialstyrelsen Socialtilsyn Socialtilsynet Statistik Task Force Teams TikTok "
    "Ungdomsuddannelse Ungeudvalget YouTube"
)

# Endings that make a word the name of a place, longer first.
PLACE_ENDINGS: Final = (
    *("børnehaven", "friskolen", "specialskolen", "institutionen", "efterskolen", "fritidshjem", "vuggestuen"),
    *("skolen", "skole", "huset", "gården", "centret", "centeret", "børnehave", "vænget", "parken", "kirken"),
    *("torvet", "stræde", "gade", "gaden", "vej", "vejen", "allé", "strup", "lev", "by", "bjerg", "sogn"),
)
# What a house or a school is called where nobody can tell which.
ANY_PLACE: Final = _words(
    "Børnehave Børnehaven Efterskole Efterskolen Friskolen Fritidshjem Gade Gaden Gården Hus Huset Institutionen "
    "Kirken Parken Skole Skolen Specialskolen Torvet Vej Vejen Vuggestuen By Byen Hverdagslev Hjemmeby Derved Elev"
)

MONTHS: Final = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
NUMBERS_IN_WORDS: Final = (
    *("et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten"),
    *("fjorten", "femten", "seksten", "sytten", "atten"),
)

# Each tells little; three of them in one text may tell who it is in a small town. Beginnings of words.
RARE: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "Alder": ("spæd", "nyfødt", "toårig", "treårig", "fireårig", "femårig", "seksårig", "syvårig", "otteårig"),
        "Køn": ("dreng", "pige", "søn", "datter"),
        "Familie": (
            *("tvilling", "trilling", "adopt", "plejefamilie", "enlig", "stedfar", "stedmor", "bedsteforæld"),
            *("enebarn", "søskende", "skilsmisse", "skilt", "forældreløs", "enke", "samværsforæld"),
        ),
        "Diagnose": (
            *("autis", "adhd", "asperger", "epileps", "diabetes", "spiseforstyr", "anoreksi", "skizofren", "kræft"),
            *("psykose", "døv", "blind", "kørestol", "downs", "angst", "tourette", "hjerneskad", "misdannel"),
        ),
        "Hændelse": (
            *("brand", "brænd", "drukn", "selvmord", "drab", "dræbt", "fængsl", "ulykke", "kidnap", "bortfør"),
            *("voldtægt", "retssag", "avisen", "tv", "kollaps", "skyd", "døds", "krisecent"),
        ),
        "Oprindelse": (
            *("flygtning", "asyl", "udenlands", "adopteret fra", "kurdisk", "syrisk", "ukrain", "polsk", "somalisk"),
            *("grønland", "rumænsk", "tyrkisk", "afghansk", "religiøs", "muslim", "jehova", "mormon"),
        ),
    }
)
# From so many kinds on.
TOGETHER: Final = 3
