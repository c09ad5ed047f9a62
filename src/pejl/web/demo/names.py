"""What are invented children and grown-ups called? Drawn from a seed, so that each start gives the same people."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GIRLS: Final = _words(
    "Agnes Alberte Alma Anna Astrid Aya Clara Ellen Ella Emma Esther Fatima Freja Frida Gry Ida Ingrid Isabella Karla "
    "Laura Leonora Lily Liva Luna Lærke Maja Maryam Mathilde Merle Nanna Nora Olivia Rosa Sara Selma Signe Sofia Tilde "
    "Victoria Vilma Yasmin Zahra Ærtha Østa Åse"
)
BOYS: Final = _words(
    "Adam Ahmad Albert Alfred Anton Arthur August Bertram Carl Christian Elias Emil Erik Felix Frederik Hassan Hjalmar "
    "Hugo Ibrahim Jakob Johan Karl Konrad Lauge Liam Lucas Luca Magne Malthe Mikkel Milas Noah Oliver Omar Oscar Otto "
    "Philip Sebastian Storm Theo Viggo Villads Walter William Yusuf Øjvind Åge"
)
WOMEN: Final = _words(
    "Aisha Anette Anja Annika Birgitte Camilla Charlotte Dorte Eva Gitte Hanne Heidi Helle Inge Jette Kamilla Katrine "
    "Kirsten Lene Linda Line Lise Lone Louise Maria Marianne Merete Mona Nadia Pernille Pia Rikke Sabrina Samira "
    "Sanne Stine Susan Tanja Tina Trine Ulla Åsa"
)
MEN: Final = _words(
    "Ali Allan Anders Benny Bo Brian Carsten Claus Daniel Dennis Finn Flemming Frank Hans Henning Jan Jens Jesper "
    "Jimmy John Kasper Kenneth Kim Kristian Mads Martin Michael Morten Mustafa Niels Ole Per Peter Rasmus René Rune "
    "Samir Simon Søren Thomas Torben Ulrik"
)
# The commonest in the country: so many share each of them that none points at anybody.
FAMILY: Final = _words(
    "Abdi Andersen Bak Bech Berg Bjerregaard Brandt Christensen Clausen Dahl Damgaard Eriksen Fischer Frandsen Friis "
    "Gregersen Hansen Haddad Hussein Iversen Jensen Jeppesen Karlsen Kjær Knudsen Koch Kristensen Lassen Lind Lund "
    "Madsen Mikkelsen Mortensen Møller Nguyen Nielsen Nygaard Olesen Overgaard Petersen Poulsen Rasmussen Riis Schmidt "
    "Skov Svendsen Sørensen Thomsen Toft Vestergaard Winther Ødegaard Østergaard Aagaard"
)
STREETS: Final = _words(
    "Birkevej Egealle Engvej Fabriksvej Havnegade Kirkestræde Lærkevej Markvej Møllevej Nørregade Rådhuspladsen "
    "Skolegade Skovbrynet Strandvej Søndergade Ådalen Østergade"
)
# No month has so high a number, so no number made with it can be anybody's.
_IMPOSSIBLE: Final = 40


def child(random: Random, *, girl: bool, family: str) -> str:
    """A child's name."""
    return f"{random.choice(GIRLS if girl else BOYS)} {family}"


def grown_up(random: Random, *, woman: bool, family: str) -> str:
    """A parent's or a colleague's name."""
    return f"{random.choice(WOMEN if woman else MEN)} {family}"


def address(random: Random) -> str:
    """A street and a number in Nordby."""
    return f"{random.choice(STREETS)} {random.randint(1, 120)}, Nordby"


def phone(random: Random) -> str:
    """A number of the right length in a series that nobody has been given."""
    return f"00 00 {random.randint(10, 99)} {random.randint(10, 99)}"


def cpr(random: Random, *, born: date, girl: bool) -> str:
    """A number of the right shape that cannot be anybody's: its month is over 40."""
    serial = random.randrange(1, 10_000, 2) - (1 if girl else 0)
    return f"{born:%d}{born.month + _IMPOSSIBLE:02d}{born:%y}-{serial:04d}"
