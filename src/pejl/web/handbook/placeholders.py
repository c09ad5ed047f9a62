"""What can a text leave open, what is each called where it is missing, and what could stand there?

The first are known from the case and are filled in by themselves; the others only a person can write.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One thing a text leaves open."""

    label: str  # as in »skriv: …«
    example: str


# Filled in from the case where the case knows them (cases/letters.py).
FROM_THE_CASE: Final[Mapping[str, Placeholder]] = MappingProxyType(
    {
        "kommune": Placeholder("kommunens navn", "Nordby Kommune"),
        "i_dag": Placeholder("dagen i dag", "3. maj 2026"),
        "mig": Placeholder("dit navn", "Mette Lund"),
        "barnets_navn": Placeholder("barnets navn", "Ida Holm"),
        "barnets_fornavn": Placeholder("barnets fornavn", "Ida"),
        "modtager": Placeholder("modtagerens navn", "Anna Holm"),
        "raadgiver": Placeholder("rådgiverens navn", "Mette Lund"),
        "modtaget": Placeholder("dagen, da underretningen nåede frem", "28. april 2026"),
        "paragraf": Placeholder("paragraffen", "§ 32, stk. 1, nr. 3"),
        "afgoerelsesdag": Placeholder("dagen for afgørelsen", "1. maj 2026"),
        "formaal": Placeholder("formålet med hjælpen", "at Ida kommer i skole hver dag"),
        "varighed": Placeholder("hvor længe hjælpen ventes at vare", "seks måneder"),
        "moededag": Placeholder("dagen og klokken for mødet", "12. maj 2026 kl. 10"),
        "undersoegelse_begyndt": Placeholder("dagen, da undersøgelsen blev besluttet", "29. april 2026"),
        "undersoegelse_faerdig": Placeholder("dagen, da undersøgelsen skal være færdig", "28. august 2026"),
        "til_kommune": Placeholder("den kommune, familien flytter til", "Sydby Kommune"),
        "sammenfatning": Placeholder(
            "en sammenfatning af de vurderinger, der betyder noget", "Se vurderingen nedenfor"
        ),
    }
)
# Only a person can write these.
BY_HAND: Final[Mapping[str, Placeholder]] = MappingProxyType(
    {
        "telefon": Placeholder("dit telefonnummer", "12 34 56 78"),
        "sted": Placeholder("hvor mødet er", "Rådhuset, lokale 3"),
        "bekymring": Placeholder("hvad vi er bekymrede for, kort og uden fagord", "at Ida ofte ikke er i skole"),
        "hjaelp": Placeholder("hvad hjælpen er, med almindelige ord", "en voksen, der kommer to gange om ugen"),
        "grunde": Placeholder("grundene, og hvad der har talt for og imod", "Skolen og I er enige om det"),
        "barnet_sagde": Placeholder("hvad barnet har sagt, med barnets egne ord", "Jeg vil gerne være i skolen"),
        "det_aendrede": Placeholder("hvad det barnet sagde har betydet", "Derfor kommer din lærer med til mødet"),
        "foraeldre_siger": Placeholder("hvad forældrene siger til det", "De er enige og siger ja"),
        "det_vi_ved": Placeholder("hvad vi ved, og hvor vi ved det fra", "Skolen har set et blåt mærke"),
        "det_vi_ikke_ved": Placeholder("hvad vi ikke ved endnu", "Hvad der skete søndag"),
        "fare": Placeholder("ja eller nej, og hvorfor", "Nej. Barnet er hos sin mormor"),
        "akutte_skridt": Placeholder("hvilke akutte skridt, eller hvorfor ingen", "Ingen, for barnet er i sikkerhed"),
        "vurdering": Placeholder("din faglige vurdering", "Der er brug for at se på det hele"),
        "konklusion": Placeholder("hvad vi beslutter", "Vi går videre med en undersøgelse"),
        "hvem_deltog": Placeholder("hvem der var med", "Mor, klasselæreren og rådgiveren"),
        "aftalt": Placeholder("hvem der gør hvad hvornår", "Skolen ringer hver fredag"),
        "mere_at_afklare": Placeholder("hvad der stadig er at afklare", "Hvordan Ida sover"),
        "udspring": Placeholder("hvordan hjælpen hænger sammen med vurderingen", "Vurderingen viste brug for ro"),
        "maal": Placeholder("målet, så det kan ses, om det er nået", "Ida er i skole fire dage om ugen"),
        "indsatstype": Placeholder("hvilken slags hjælp", "Samtaler i hjemmet"),
        "inddragelse": Placeholder("hvem der er spurgt, hvordan, og hvad de sagde", "Ida sagde ja på mødet den 2. maj"),
        "ny_person": Placeholder("hvem der var ny i sagen", "Faglig koordinator fra Team Syd"),
        "leverandoer_siger": Placeholder("hvad den, der giver hjælpen, siger", "Det går fremad"),
        "konsekvens": Placeholder("om hjælpen fortsætter, ændres eller stopper", "Hjælpen fortsætter"),
        "naeste_opfoelgning": Placeholder("hvornår der følges op igen, og hvorfor da", "1. august, efter ferien"),
        "skridt": Placeholder("om vi har sat en undersøgelse eller hjælp i gang", "Vi har sat en undersøgelse i gang"),
        "effekt": Placeholder("hvad hjælpen har ført til", "Ida er i skole næsten hver dag"),
        "fra_nu_af": Placeholder("hvem der hjælper fra nu af", "Skolen og sundhedsplejersken"),
        "bilag": Placeholder("hvilke papirer der følger med", "Undersøgelsen fra marts"),
        "svarfrist": Placeholder("dagen, da svaret senest skal være her", "20. maj 2026"),
    }
)
PLACEHOLDERS: Final[Mapping[str, Placeholder]] = MappingProxyType({**FROM_THE_CASE, **BY_HAND})
