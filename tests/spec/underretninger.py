"""Worked examples for the chapter on notifications."""

from pejl.rulebook.underretninger import (
    GENVURDERES,
    GENVURDERES_SEL,
    KVITTERES,
    KVITTERES_SEL,
    SAMTALE_OVERGREB,
    TILBAGEMELDES,
    TILBAGEMELDES_SEL,
    TILFLYTNING,
    TILFLYTNING_SEL,
    VURDERES,
    VURDERES_SEL,
)
from tests.spec.example import Chapter, Example, also_for, but_for

# Serviceloven's measures, and barnets lov's, under which a child already has help.
_SEL_HJAELP = ("paragraf=§_52", "paragraf=§_58", "paragraf=§_68_a")
_BL_HJAELP = (
    *(f"paragraf=§_{section}" for section in ("32", "46", "47", "67")),
    *_SEL_HJAELP,
    *(f"paragraf=LBU_§_{section}" for section in ("12", "13", "14")),
)

_VURDERES_SEL = (
    Example(
        says="På minuttet 24 timer efter modtagelsen er til tiden.",
        events="""
            2023-05-03 15:50 underretning_modtaget #underretning
            2023-05-04 15:50 vurdering_24_timer #underretning
        """,
        as_of="2023-06-01",
        gives=("met 2023-05-04 15:50",),
        shows=("til tiden",),
    ),
    Example(
        says="Et minut før de 24 timer er gået, er også til tiden.",
        events="""
            2023-05-03 15:50 underretning_modtaget #underretning
            2023-05-04 15:49 vurdering_24_timer #underretning
        """,
        as_of="2023-06-01",
        gives=("met 2023-05-04 15:50",),
        shows=("dagen før",),
    ),
    Example(
        says="Et minut efter de 24 timer er for sent.",
        events="""
            2023-05-03 15:50 underretning_modtaget #underretning
            2023-05-04 15:51 vurdering_24_timer #underretning
        """,
        as_of="2023-06-01",
        gives=("late 2023-05-04 15:50",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="En anden underretning er vurderet, men denne er ikke: fristen er overskredet, når de 24 timer er gået.",
        events="""
            2023-05-03 15:50 underretning_modtaget #underretning-1
            2023-05-03 16:30 vurdering_24_timer #underretning-2
        """,
        as_of="2023-05-04 15:51",
        gives=("overdue 2023-05-04 15:50",),
        shows=("mangler", "flere forløb"),
    ),
    Example(
        says=(
            "Natten til søndag den 26. marts 2023 blev uret stillet en time frem. 24 timer efter lørdag kl. 14.00 er "
            "derfor søndag kl. 15.00, og en vurdering kl. 14.30 er til tiden."
        ),
        events="""
            2023-03-25 14:00 underretning_modtaget #underretning
            2023-03-26 14:30 vurdering_24_timer #underretning
        """,
        as_of="2023-04-01",
        gives=("met 2023-03-26 15:00",),
        shows=("sommertid begynder",),
    ),
    Example(
        says=(
            "Natten til søndag den 29. oktober 2023 blev uret stillet en time tilbage. 24 timer efter lørdag kl. 14.00 "
            "er derfor søndag kl. 13.00, og en vurdering kl. 13.30 er for sent."
        ),
        events="""
            2023-10-28 14:00 underretning_modtaget #underretning
            2023-10-29 13:30 vurdering_24_timer #underretning
        """,
        as_of="2023-11-01",
        gives=("late 2023-10-29 13:00",),
        shows=("sommertid slutter",),
    ),
    Example(
        says=(
            "Inden de 24 timer var gået, blev underretningen omtypet med begrundelse og en anden person: pligten faldt "
            "bort."
        ),
        events="""
            2023-05-03 15:50 underretning_modtaget #underretning
            2023-05-03 18:00 kontakt_nedgraderet #underretning begrundelse=Forælderen_bad_om_råd anden_person=Kollega
        """,
        as_of="2023-06-01",
        gives=("cancelled 2023-05-04 15:50",),
        shows=("stop før fristen",),
        variants=(
            but_for(" begrundelse=Forælderen_bad_om_råd", "", "overdue 2023-05-04 15:50", says="Mangler begrundelsen"),
            but_for(" anden_person=Kollega", "", "overdue 2023-05-04 15:50", says="Var der kun én om det"),
        ),
    ),
    Example(
        says="Omtypes underretningen først, da fristen er gået, ændrer det ikke, at fristen blev overskredet.",
        events="""
            2023-05-03 15:50 underretning_modtaget #underretning
            2023-05-08 09:00 kontakt_nedgraderet #underretning begrundelse=Forælderen_bad_om_råd anden_person=Kollega
        """,
        as_of="2023-06-01",
        gives=("overdue 2023-05-04 15:50",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Vurderingens klokkeslæt mangler. Den kan ligge både før og efter kl. 15.50, så det kan ikke afgøres.",
        events="""
            2023-05-03 15:50 underretning_modtaget #underretning
            2023-05-04 vurdering_24_timer #underretning
        """,
        as_of="2023-06-01",
        gives=("unknown 2023-05-04 15:50 klokkeslaet_slut",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Underretningen kom nytårsaften 2023. Serviceloven gælder for den, også da vurderingen sker i det nye år.",
        events="""
            2023-12-31 20:00 underretning_modtaget #underretning
            2024-01-01 19:00 vurdering_24_timer #underretning
        """,
        as_of="2024-02-01",
        gives=("met 2024-01-01 20:00",),
        shows=("årsskiftet 2023-24",),
        explained=True,
    ),
    Example(
        says="Underretningen kom den 1. januar 2024. Serviceloven gælder ikke længere, men det gør barnets lov.",
        events="""
            2024-01-01 00:00 underretning_modtaget #underretning
            2024-01-01 12:00 vurdering_24_timer #underretning
        """,
        as_of="2024-02-01",
        gives=(),
        rest={"underretning.vurderes": "met 2024-01-02 00:00"},
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
)

_VURDERES = (
    Example(
        says=(
            "Underretningen kom fredag kl. 15.50 og blev vurderet lørdag kl. 15.50. På minuttet 24 timer efter er til "
            "tiden."
        ),
        events="""
            2024-05-03 15:50 underretning_modtaget #underretning
            2024-05-04 15:50 vurdering_24_timer #underretning
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-04 15:50",),
        shows=("til tiden",),
    ),
    Example(
        says="Et minut senere er for sent, også i weekenden.",
        events="""
            2024-05-03 15:50 underretning_modtaget #underretning
            2024-05-04 15:51 vurdering_24_timer #underretning
        """,
        as_of="2024-06-01",
        gives=("late 2024-05-04 15:50",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Et minut før fristen er der endnu ingen vurdering: fristen løber.",
        events="2024-05-03 15:50 underretning_modtaget #underretning",
        as_of="2024-05-04 15:49",
        gives=("open 2024-05-04 15:50",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Et minut efter fristen er der stadig ingen vurdering: fristen er overskredet.",
        events="2024-05-03 15:50 underretning_modtaget #underretning",
        as_of="2024-05-04 15:51",
        gives=("overdue 2024-05-04 15:50",),
        shows=("mangler", "dagen efter"),
    ),
    Example(
        says="Underretningen kom juleaften kl. 20.00. Helligdage tæller med, så fristen er juledag kl. 20.00.",
        events="""
            2024-12-24 20:00 underretning_modtaget #underretning
            2024-12-25 11:00 vurdering_24_timer #underretning
        """,
        as_of="2025-01-15",
        gives=("met 2024-12-25 20:00",),
        shows=("jul",),
    ),
    Example(
        says=(
            "Natten til søndag den 31. marts 2024 blev uret stillet en time frem. 24 timer efter lørdag kl. 14.00 er "
            "derfor søndag kl. 15.00, og en vurdering kl. 14.30 er til tiden."
        ),
        events="""
            2024-03-30 14:00 underretning_modtaget #underretning
            2024-03-31 14:30 vurdering_24_timer #underretning
        """,
        as_of="2024-04-15",
        gives=("met 2024-03-31 15:00",),
        shows=("sommertid begynder", "påske"),
        explained=True,
    ),
    Example(
        says=(
            "Natten til søndag den 27. oktober 2024 blev uret stillet en time tilbage. 24 timer efter lørdag kl. 14.00 "
            "er derfor søndag kl. 13.00, og en vurdering kl. 13.30 er for sent."
        ),
        events="""
            2024-10-26 14:00 underretning_modtaget #underretning
            2024-10-27 13:30 vurdering_24_timer #underretning
        """,
        as_of="2024-11-15",
        gives=("late 2024-10-27 13:00",),
        shows=("sommertid slutter",),
    ),
    Example(
        says=(
            "Klokken var 02.30 to gange natten til den 27. oktober 2024. Fristen er den første af dem, og det vides "
            "ikke, i hvilken af dem der blev vurderet. Resultatet kan ikke afgøres."
        ),
        events="""
            2024-10-26 02:30 underretning_modtaget #underretning
            2024-10-27 02:30 vurdering_24_timer #underretning
        """,
        as_of="2024-11-15",
        gives=("unknown 2024-10-27 02:30 klokkeslaet_slut",),
        shows=("kan ikke afgøres", "sommertid slutter"),
    ),
    Example(
        says=(
            "Her blev der også vurderet kl. 02.30 den nat, men fristen er først kl. 11.00: til tiden i begge tilfælde."
        ),
        events="""
            2024-10-26 12:00 underretning_modtaget #underretning
            2024-10-27 02:30 vurdering_24_timer #underretning
        """,
        as_of="2024-11-15",
        gives=("met 2024-10-27 11:00",),
        shows=("sommertid slutter",),
    ),
    Example(
        says=(
            "Underretningen kom kl. 02.30 den nat, hvor klokken var 02.30 to gange. Fristen er derfor enten kl. 01.30 "
            "eller 02.30 næste nat, og en vurdering kl. 02.00 falder mellem dem."
        ),
        events="""
            2024-10-27 02:30 underretning_modtaget #underretning
            2024-10-28 02:00 vurdering_24_timer #underretning
        """,
        as_of="2024-11-15",
        gives=("unknown 2024-10-28 02:30 klokkeslaet_slut",),
        shows=("kan ikke afgøres", "sommertid slutter"),
    ),
    Example(
        says=(
            "Underretningen er skrevet til kl. 02.30 natten til den 31. marts 2024, men den time fandtes ikke. Den "
            "læses som kl. 03.30 og kan også have været en time før. Vurderingen kl. 02.00 næste nat er til tiden i "
            "begge tilfælde."
        ),
        events="""
            2024-03-31 02:30 underretning_modtaget #underretning
            2024-04-01 02:00 vurdering_24_timer #underretning
        """,
        as_of="2024-04-15",
        gives=("met 2024-04-01 03:30",),
        shows=("sommertid begynder",),
    ),
    Example(
        says="Vurderingens klokkeslæt mangler. Den kan ligge både før og efter kl. 15.50, så det kan ikke afgøres.",
        events="""
            2024-05-03 15:50 underretning_modtaget #underretning
            2024-05-04 vurdering_24_timer #underretning
        """,
        as_of="2024-06-01",
        gives=("unknown 2024-05-04 15:50 klokkeslaet_slut",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says=(
            "Vurderingens klokkeslæt mangler også her, men den er fra samme dag som underretningen og derfor til tiden."
        ),
        events="""
            2024-05-03 15:50 underretning_modtaget #underretning
            2024-05-03 vurdering_24_timer #underretning
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-04 15:50",),
        shows=("til tiden",),
    ),
    Example(
        says=(
            "Underretningens klokkeslæt mangler. Kom den om morgenen, er vurderingen næste dag kl. 10.00 for sent; kom "
            "den om aftenen, er den til tiden. Det kan ikke afgøres."
        ),
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-04 10:00 vurdering_24_timer #underretning
        """,
        as_of="2024-06-01",
        gives=("unknown 2024-05-04 klokkeslaet_slut",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says=(
            "Underretningens klokkeslæt mangler, og næste dag ved middagstid er der ingen vurdering. Fristen kan være "
            "udløbet, og den kan løbe endnu: det kan ikke afgøres."
        ),
        events="2024-05-03 underretning_modtaget #underretning",
        as_of="2024-05-04 12:00",
        gives=("unknown 2024-05-04 klokkeslaet_start",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Dagen efter er fristen overskredet, hvad klokken så end var, da underretningen kom.",
        events="2024-05-03 underretning_modtaget #underretning",
        as_of="2024-05-05 12:00",
        gives=("overdue 2024-05-04 klokkeslaet_start",),
        shows=("mangler",),
    ),
    Example(
        says="Udtrækket fra fagsystemet indeholder ingen vurderinger, så det kan ikke ses, om der er vurderet.",
        events="2024-05-03 15:50 underretning_modtaget #underretning",
        as_of="2024-06-01",
        gives=("unknown 2024-05-04 15:50 ikke_daekket",),
        covers=("underretning_modtaget",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Inden fristen blev underretningen omtypet med begrundelse og en anden person: pligten faldt bort.",
        events="""
            2024-05-03 15:50 underretning_modtaget #underretning
            2024-05-03 18:00 kontakt_nedgraderet #underretning begrundelse=Forælderen_bad_om_råd anden_person=Kollega
        """,
        as_of="2024-06-01",
        gives=("cancelled 2024-05-04 15:50",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Omtypes underretningen først, da fristen er gået, ændrer det ikke, at fristen blev overskredet.",
        events="""
            2024-05-03 15:50 underretning_modtaget #underretning
            2024-05-06 09:00 kontakt_nedgraderet #underretning begrundelse=Forælderen_bad_om_råd anden_person=Kollega
        """,
        as_of="2024-06-01",
        gives=("overdue 2024-05-04 15:50",),
        shows=("stop efter fristen",),
    ),
    Example(
        says=(
            "Deltog ingen anden person i at omtype underretningen, eller er der ingen begrundelse, løber fristen "
            "videre."
        ),
        events="""
            2024-05-03 15:50 underretning_modtaget #underretning-1
            2024-05-03 15:55 underretning_modtaget #underretning-2
            2024-05-03 18:00 kontakt_nedgraderet #underretning-1 begrundelse=Forælderen_bad_om_råd
            2024-05-03 18:00 kontakt_nedgraderet #underretning-2 anden_person=Kollega
        """,
        as_of="2024-06-01",
        gives=("overdue 2024-05-04 15:50", "overdue 2024-05-04 15:55"),
        shows=("mangler", "flere forløb"),
    ),
    Example(
        says="At sagen afsluttes, fritager ikke kommunen for at vurdere underretningen.",
        events="""
            2024-05-03 15:50 underretning_modtaget #underretning
            2024-05-03 16:30 sag_afsluttet
        """,
        as_of="2024-06-01",
        gives=("overdue 2024-05-04 15:50",),
        shows=("mangler",),
    ),
    Example(
        says="En kontakt, som ingen endnu har sat navn på, tæller som en underretning.",
        events="2024-05-03 15:50 underretning_modtaget #underretning uafklaret_type=ja",
        as_of="2024-05-04 09:00",
        gives=("open 2024-05-04 15:50",),
        shows=("løber",),
    ),
    Example(
        says="To underretninger har hver sin frist: vurderingen af den første opfylder ikke pligten for den anden.",
        events="""
            2024-05-03 15:50 underretning_modtaget #underretning-1
            2024-05-03 17:00 underretning_modtaget #underretning-2
            2024-05-04 09:00 vurdering_24_timer #underretning-1
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-04 15:50", "overdue 2024-05-04 17:00"),
        shows=("flere forløb",),
    ),
    Example(
        says="En vurdering, der er skrevet på sagen som helhed, gælder for begge underretninger.",
        events="""
            2024-05-03 15:50 underretning_modtaget #underretning-1
            2024-05-03 17:00 underretning_modtaget #underretning-2
            2024-05-04 09:00 vurdering_24_timer
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-04 15:50", "met 2024-05-04 17:00"),
        shows=("flere forløb",),
    ),
    Example(
        says=(
            "Vurderingen blev ved en fejl skrevet på den forkerte dag og siden rettet. Resultatet er det samme, som "
            "hvis fejlen aldrig var sket."
        ),
        events="""
            2024-05-03 15:50 underretning_modtaget #underretning
            2024-05-14 09:00 vurdering_24_timer #underretning
            2024-05-04 09:00 vurdering_24_timer #underretning
            2024-05-15 10:00 rettelse replaces=02 reason=Forkert_dag
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-04 15:50",),
        shows=("rettelse", "til tiden"),
    ),
    Example(
        says=(
            "Vurderingen hørte til et andet barn og blev trukket tilbage uden en ny i stedet: så er der ingen "
            "vurdering."
        ),
        events="""
            2024-05-03 15:50 underretning_modtaget #underretning
            2024-05-04 09:00 vurdering_24_timer #underretning
            2024-05-15 10:00 rettelse replaces=02 reason=Forkert_barn
        """,
        as_of="2024-06-01",
        gives=("overdue 2024-05-04 15:50",),
        shows=("rettelse", "mangler"),
    ),
    Example(
        says="Underretningen kom nytårsaften 2023. Barnets lov gælder endnu ikke, men det gør serviceloven.",
        events="""
            2023-12-31 15:00 underretning_modtaget #underretning
            2024-01-01 14:00 vurdering_24_timer #underretning
        """,
        as_of="2024-02-01",
        gives=(),
        rest={"underretning.vurderes": "met 2024-01-01 15:00"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_KVITTERES_SEL = (
    Example(
        says=(
            "Seks hverdage efter mandag den 4. september 2023 er tirsdag den 12. september; en kvittering den dag er "
            "til tiden."
        ),
        events="""
            2023-09-04 underretning_modtaget #underretning underretter=familie_eller_barn
            2023-09-12 kvittering_sendt #underretning
        """,
        as_of="2023-10-01",
        gives=("met 2023-09-12",),
        shows=("til tiden",),
    ),
    Example(
        says="Kvitteringen er sendt dagen før fristen.",
        events="""
            2023-09-04 underretning_modtaget #underretning underretter=familie_eller_barn
            2023-09-11 kvittering_sendt #underretning
        """,
        as_of="2023-10-01",
        gives=("met 2023-09-12",),
        shows=("dagen før",),
    ),
    Example(
        says="Kvitteringen er sendt dagen efter fristen: for sent.",
        events="""
            2023-09-04 underretning_modtaget #underretning underretter=familie_eller_barn
            2023-09-13 kvittering_sendt #underretning
        """,
        as_of="2023-10-01",
        gives=("late 2023-09-12",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Der er kvitteret for en anden underretning, men ikke for denne: fristen er overskredet dagen efter.",
        events="""
            2023-09-04 underretning_modtaget #underretning-1 underretter=familie_eller_barn
            2023-09-05 kvittering_sendt #underretning-2
        """,
        as_of="2023-09-13",
        gives=("overdue 2023-09-12",),
        shows=("mangler", "flere forløb"),
    ),
    Example(
        says="Julen 2022: juleaften, begge juledage og weekenden springes over, så fristen er fredag den 30. december.",
        events="""
            2022-12-21 underretning_modtaget #underretning underretter=familie_eller_barn
            2022-12-30 kvittering_sendt #underretning
        """,
        as_of="2023-02-01",
        gives=("met 2022-12-30",),
        reminds="2022-12-29",
        shows=("jul",),
    ),
    Example(
        says=(
            "Påsken 2023: skærtorsdag til og med 2. påskedag springes over, så fristen er fredag den 14. april. Tælles "
            "påskelørdag med som hverdag, er det torsdag den 13. april."
        ),
        events="""
            2023-04-03 underretning_modtaget #underretning underretter=familie_eller_barn
            2023-04-14 kvittering_sendt #underretning
        """,
        as_of="2023-05-01",
        gives=("met 2023-04-14",),
        reminds="2023-04-13",
        shows=("påske",),
    ),
    Example(
        says=(
            "Store bededag fredag den 5. maj 2023 var en helligdag. Seks hverdage efter torsdag den 27. april er "
            "derfor mandag den 8. maj."
        ),
        events="""
            2023-04-27 underretning_modtaget #underretning underretter=familie_eller_barn
            2023-05-08 kvittering_sendt #underretning
        """,
        as_of="2023-06-01",
        gives=("met 2023-05-08",),
        reminds="2023-05-04",
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="En anonym underretter kan der ikke kvitteres til.",
        events="2023-09-04 underretning_modtaget #underretning underretter=anonym",
        as_of="2023-10-01",
        gives=("excused 2023-09-12",),
        shows=("undtaget",),
    ),
    Example(
        says="Omtypes underretningen inden fristen, falder pligten bort.",
        events="""
            2023-09-04 underretning_modtaget #underretning underretter=familie_eller_barn
            2023-09-05 kontakt_nedgraderet #underretning begrundelse=Forælderen_bad_om_råd anden_person=Kollega
        """,
        as_of="2023-10-01",
        gives=("cancelled 2023-09-12",),
        shows=("stop før fristen",),
        variants=(
            but_for(" begrundelse=Forælderen_bad_om_råd", "", "overdue 2023-09-12", says="Mangler begrundelsen"),
            but_for(" anden_person=Kollega", "", "overdue 2023-09-12", says="Var der kun én om det"),
        ),
    ),
    Example(
        says="Omtypes underretningen efter fristen, er fristen stadig overskredet.",
        events="""
            2023-09-04 underretning_modtaget #underretning underretter=familie_eller_barn
            2023-09-20 kontakt_nedgraderet #underretning begrundelse=Forælderen_bad_om_råd anden_person=Kollega
        """,
        as_of="2023-10-01",
        gives=("overdue 2023-09-12",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Udtrækket indeholder ingen kvitteringer, så det kan ikke ses, om der er kvitteret.",
        events="2023-09-04 underretning_modtaget #underretning underretter=familie_eller_barn",
        as_of="2023-10-01",
        gives=("unknown 2023-09-12 ikke_daekket",),
        covers=("underretning_modtaget",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Underretningen kom i 2024: pligten følger ikke længere af serviceloven.",
        events="""
            2024-01-02 underretning_modtaget #underretning underretter=familie
            2024-01-10 kvittering_sendt #underretning
        """,
        as_of="2024-02-01",
        gives=(),
        rest={"underretning.kvitteres": "met 2024-01-10"},
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
)

_KVITTERES = (
    Example(
        says=(
            "Underretningen kom mandag den 2. september 2024. Hverdagene er 3., 4., 5., 6., 9. og 10. september; en "
            "kvittering den sjette er til tiden."
        ),
        events="""
            2024-09-02 underretning_modtaget #underretning underretter=skole
            2024-09-10 kvittering_sendt #underretning
        """,
        as_of="2024-10-01",
        gives=("met 2024-09-10",),
        reminds="2024-09-09",
        shows=("til tiden",),
    ),
    Example(
        says="Dagen før fristen er der ikke sendt en kvittering: fristen løber.",
        events="2024-09-02 underretning_modtaget #underretning underretter=skole",
        as_of="2024-09-09",
        gives=("open 2024-09-10",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Kvitteringen er sendt dagen efter fristen: for sent.",
        events="""
            2024-09-02 underretning_modtaget #underretning underretter=skole
            2024-09-11 kvittering_sendt #underretning
        """,
        as_of="2024-10-01",
        gives=("late 2024-09-10",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="To underretninger om det samme barn: der er kvitteret for den ene, men ikke for den anden.",
        events="""
            2024-09-02 underretning_modtaget #underretning-1 underretter=skole
            2024-09-02 underretning_modtaget #underretning-2 underretter=sundhedspleje
            2024-09-03 kvittering_sendt #underretning-2
        """,
        as_of="2024-09-11",
        gives=("overdue 2024-09-10", "met 2024-09-10"),
        shows=("mangler", "dagen efter", "flere forløb"),
    ),
    Example(
        says="Underretningen kom en lørdag. Søndag springes over, og mandag er den første hverdag.",
        events="""
            2024-09-07 underretning_modtaget #underretning underretter=skole
            2024-09-16 kvittering_sendt #underretning
        """,
        as_of="2024-10-01",
        gives=("met 2024-09-16",),
        reminds="2024-09-14",
        shows=("til tiden",),
    ),
    Example(
        says=(
            "Julen 2024: underretningen kom fredag den 20. december. Juledagene, juleaften, nytårsaften, nytårsdag og "
            "weekenden springes over, så fristen er mandag den 6. januar 2025. Tælles lørdag, juleaften og nytårsaften "
            "med som hverdage, er det mandag den 30. december; Pejl minder om den dag."
        ),
        events="""
            2024-12-20 underretning_modtaget #underretning underretter=skole
            2025-01-06 kvittering_sendt #underretning
        """,
        as_of="2025-02-01",
        gives=("met 2025-01-06",),
        reminds="2024-12-30",
        shows=("jul",),
        explained=True,
    ),
    Example(
        says=(
            "Påsken 2025: underretningen kom fredag den 11. april. Skærtorsdag til og med 2. påskedag springes over, "
            "så fristen er torsdag den 24. april. Tælles lørdagene med, er det tirsdag den 22. april; Pejl minder om "
            "den dag."
        ),
        events="""
            2025-04-11 underretning_modtaget #underretning underretter=skole
            2025-04-24 kvittering_sendt #underretning
        """,
        as_of="2025-05-15",
        gives=("met 2025-04-24",),
        reminds="2025-04-22",
        shows=("påske",),
    ),
    Example(
        says=(
            "Fra 2024 er store bededag en almindelig hverdag. Seks hverdage efter torsdag den 18. april 2024 er fredag "
            "den 26. april, som før ville have været store bededag."
        ),
        events="""
            2024-04-18 underretning_modtaget #underretning underretter=skole
            2024-04-26 kvittering_sendt #underretning
        """,
        as_of="2024-06-01",
        gives=("met 2024-04-26",),
        reminds="2024-04-25",
        shows=("til tiden",),
    ),
    Example(
        says=(
            "Grundlovsdag den 5. juni springes over i den milde læsning, men ikke i den strenge, for den er ikke en "
            "helligdag. Derfor minder Pejl om den 5. juni, og fristen er den 7. juni."
        ),
        events="""
            2024-05-29 underretning_modtaget #underretning underretter=skole
            2024-06-07 kvittering_sendt #underretning
        """,
        as_of="2024-07-01",
        gives=("met 2024-06-07",),
        reminds="2024-06-05",
        shows=("til tiden",),
    ),
    Example(
        says="Den 1. maj er en hverdag i begge læsninger, så seks hverdage efter den 24. april 2025 er den 2. maj.",
        events="""
            2025-04-24 underretning_modtaget #underretning underretter=skole
            2025-05-02 kvittering_sendt #underretning
        """,
        as_of="2025-06-01",
        gives=("met 2025-05-02",),
        reminds="2025-05-01",
        shows=("til tiden",),
    ),
    Example(
        says="En anonym underretter kan der ikke kvitteres til.",
        events="2024-09-02 underretning_modtaget #underretning underretter=anonym",
        as_of="2024-10-01",
        gives=("excused 2024-09-10",),
        shows=("undtaget",),
    ),
    Example(
        says="At underretteren ikke er oplyst, er ikke det samme som anonym: pligten står ved magt.",
        events="2024-09-02 underretning_modtaget #underretning",
        as_of="2024-10-01",
        gives=("overdue 2024-09-10",),
        shows=("mangler",),
    ),
    Example(
        says="Omtypes underretningen inden fristen, falder pligten bort.",
        events="""
            2024-09-02 underretning_modtaget #underretning underretter=familie
            2024-09-03 kontakt_nedgraderet #underretning begrundelse=Forælderen_bad_om_råd anden_person=Kollega
        """,
        as_of="2024-10-01",
        gives=("cancelled 2024-09-10",),
        shows=("stop før fristen",),
        variants=(
            but_for(" begrundelse=Forælderen_bad_om_råd", "", "overdue 2024-09-10", says="Mangler begrundelsen"),
            but_for(" anden_person=Kollega", "", "overdue 2024-09-10", says="Var der kun én om det"),
        ),
    ),
    Example(
        says="Omtypes underretningen efter fristen, er fristen stadig overskredet.",
        events="""
            2024-09-02 underretning_modtaget #underretning underretter=familie
            2024-09-20 kontakt_nedgraderet #underretning begrundelse=Forælderen_bad_om_råd anden_person=Kollega
        """,
        as_of="2024-10-01",
        gives=("overdue 2024-09-10",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Udtrækket indeholder ingen kvitteringer, så det kan ikke ses, om der er kvitteret.",
        events="2024-09-02 underretning_modtaget #underretning underretter=skole",
        as_of="2024-10-01",
        gives=("unknown 2024-09-10 ikke_daekket",),
        covers=("underretning_modtaget",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says=(
            "Underretningen kom fredag den 29. december 2023. Pligten følger af serviceloven, selv om de fleste af de "
            "seks hverdage ligger i 2024. Nytårsdag springes over, så fristen er tirsdag den 9. januar."
        ),
        events="""
            2023-12-29 underretning_modtaget #underretning underretter=skole
            2024-01-09 kvittering_sendt #underretning
        """,
        as_of="2024-02-01",
        gives=(),
        rest={"underretning.kvitteres": "met 2024-01-09"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_TILBAGEMELDES_SEL = (
    Example(
        says="Skolen har fået at vide, om der er sat noget i gang. Der er ingen frist i tal.",
        events="""
            2023-03-01 underretning_modtaget #underretning underretter=skole
            2023-04-12 tilbagemelding_underretter #underretning
        """,
        as_of="2023-06-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Er der ikke meldt tilbage, står pligten åben, men den bliver aldrig overskredet.",
        events="2023-03-01 underretning_modtaget #underretning underretter=skole",
        as_of="2023-12-31",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says=(
            "Syv slags underrettere regnes for fagpersoner. Foreninger og »andre« kan være det, men regnes ikke med, "
            "for det ses ikke af koden."
        ),
        events="""
            2023-03-01 underretning_modtaget #underretning-1 underretter=kommune
            2023-03-01 underretning_modtaget #underretning-2 underretter=skole
            2023-03-01 underretning_modtaget #underretning-3 underretter=dagtilbud
            2023-03-01 underretning_modtaget #underretning-4 underretter=sundhedsvaesen
            2023-03-01 underretning_modtaget #underretning-5 underretter=sundhedspleje
            2023-03-01 underretning_modtaget #underretning-6 underretter=politi
            2023-03-01 underretning_modtaget #underretning-7 underretter=anbringelsessted
            2023-03-01 underretning_modtaget #underretning-8 underretter=forening
            2023-03-01 underretning_modtaget #underretning-9 underretter=andre
            2023-03-15 tilbagemelding_underretter #underretning-1
        """,
        as_of="2023-06-01",
        gives=("met -", "open -", "open -", "open -", "open -", "open -", "open -"),
        shows=("flere forløb", "løber"),
    ),
    Example(
        says="Familien er ikke en fagperson, så pligten gælder ikke.",
        events="2023-03-01 underretning_modtaget #underretning underretter=familie_eller_barn",
        as_of="2023-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Omtypes underretningen, falder pligten bort.",
        events="""
            2023-03-01 underretning_modtaget #underretning underretter=skole
            2023-03-02 kontakt_nedgraderet #underretning begrundelse=Skolen_bad_om_råd anden_person=Kollega
        """,
        as_of="2023-06-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
        variants=(
            but_for(" begrundelse=Skolen_bad_om_råd", "", "open -", says="Mangler begrundelsen"),
            but_for(" anden_person=Kollega", "", "open -", says="Var der kun én om det"),
        ),
    ),
    Example(
        says="Underretteren er ikke oplyst, så det kan ikke afgøres, om det er en fagperson.",
        events="2023-03-01 underretning_modtaget #underretning",
        as_of="2023-06-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Underretningen kom i 2024: pligten følger ikke længere af serviceloven.",
        events="2024-01-02 underretning_modtaget #underretning underretter=skole",
        as_of="2024-02-01",
        gives=(),
        rest={"underretning.tilbagemeldes": "open -"},
        shows=("efter reglen ophørte",),
    ),
)

_TILBAGEMELDES = (
    Example(
        says="Sundhedsplejersken har fået at vide, om der er sat noget i gang. Der er ingen frist i tal.",
        events="""
            2024-03-01 underretning_modtaget #underretning underretter=sundhedspleje
            2024-04-12 tilbagemelding_underretter #underretning om_indsatsens_type=nej
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Er der ikke meldt tilbage, står pligten åben, men den bliver aldrig overskredet.",
        events="2024-03-01 underretning_modtaget #underretning underretter=sundhedspleje",
        as_of="2025-03-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says=(
            "Syv slags underrettere regnes for fagpersoner. Foreninger og »andre« kan være det, men regnes ikke med, "
            "for det ses ikke af koden."
        ),
        events="""
            2024-03-01 underretning_modtaget #underretning-1 underretter=kommune
            2024-03-01 underretning_modtaget #underretning-2 underretter=skole
            2024-03-01 underretning_modtaget #underretning-3 underretter=dagtilbud
            2024-03-01 underretning_modtaget #underretning-4 underretter=sundhedsvaesen
            2024-03-01 underretning_modtaget #underretning-5 underretter=sundhedspleje
            2024-03-01 underretning_modtaget #underretning-6 underretter=politi
            2024-03-01 underretning_modtaget #underretning-7 underretter=anbringelsessted
            2024-03-01 underretning_modtaget #underretning-8 underretter=forening
            2024-03-01 underretning_modtaget #underretning-9 underretter=andre
            2024-03-15 tilbagemelding_underretter #underretning-1
        """,
        as_of="2024-06-01",
        gives=("met -", "open -", "open -", "open -", "open -", "open -", "open -"),
        shows=("flere forløb", "løber"),
    ),
    Example(
        says="Familien er ikke en fagperson, så pligten gælder ikke.",
        events="2024-03-01 underretning_modtaget #underretning underretter=familie",
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="To underretninger fra to fagpersoner: hver af dem skal have sin egen tilbagemelding.",
        events="""
            2024-03-01 underretning_modtaget #underretning-1 underretter=sundhedspleje
            2024-03-04 underretning_modtaget #underretning-2 underretter=dagtilbud
            2024-04-12 tilbagemelding_underretter #underretning-1
        """,
        as_of="2024-06-01",
        gives=("met -", "open -"),
        shows=("flere forløb",),
    ),
    Example(
        says="Omtypes underretningen, falder pligten bort.",
        events="""
            2024-03-01 underretning_modtaget #underretning underretter=dagtilbud
            2024-03-02 kontakt_nedgraderet #underretning begrundelse=Dagtilbuddet_bad_om_råd anden_person=Kollega
        """,
        as_of="2024-06-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
        variants=(
            but_for(" begrundelse=Dagtilbuddet_bad_om_råd", "", "open -", says="Mangler begrundelsen"),
            but_for(" anden_person=Kollega", "", "open -", says="Var der kun én om det"),
        ),
    ),
    Example(
        says="Underretteren er ikke oplyst, så det kan ikke afgøres, om det er en fagperson.",
        events="2024-03-01 underretning_modtaget #underretning",
        as_of="2024-06-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Underretningen kom i 2023: pligten følger af serviceloven.",
        events="""
            2023-12-20 underretning_modtaget #underretning underretter=skole
            2024-01-15 tilbagemelding_underretter #underretning
        """,
        as_of="2024-02-01",
        gives=(),
        rest={"underretning.tilbagemeldes": "met -"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_GENVURDERES_SEL = (
    Example(
        says=(
            "Barnet har en foranstaltning efter § 52, da underretningen kommer, og en ny person deltog i "
            "genvurderingen."
        ),
        events="""
            2022-10-03 indsats_ivaerksat #indsats paragraf=§_52,_stk._3
            2023-03-01 underretning_modtaget #underretning
            2023-03-06 genvurdering #indsats ny_deltager=ja
        """,
        as_of="2023-06-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
        variants=also_for("paragraf=§_52,_stk._3", *_SEL_HJAELP),
    ),
    Example(
        says="Deltog der ingen ny person, er der ikke genvurderet, som loven kræver: pligten står åben.",
        events="""
            2022-10-03 anbringelse_ivaerksat #anbringelse paragraf=§_58
            2023-03-01 underretning_modtaget #underretning
            2023-03-06 genvurdering ny_deltager=nej
        """,
        as_of="2023-06-01",
        gives=("open -",),
        shows=("løber",),
        variants=(
            *also_for("paragraf=§_58", *_SEL_HJAELP),
            but_for("paragraf=§_58", "paragraf=§_76", says="Er det hjælp efter § 76"),
            but_for(
                "2023-03-01 underretning_modtaget",
                "2023-02-01 sag_afsluttet\n2023-03-01 underretning_modtaget",
                says="Var sagen afsluttet forinden",
            ),
            but_for(
                "2023-03-01 underretning_modtaget",
                "2023-02-01 sag_flyttet\n2023-03-01 underretning_modtaget",
                says="Var familien flyttet forinden",
            ),
            but_for(
                "2023-03-01 underretning_modtaget #underretning",
                "2023-03-01 underretning_modtaget\n2023-03-03 underretning_modtaget",
                "open -",
                "open -",
                says="Er der to underretninger, og er de skrevet på sagen som helhed",
            ),
        ),
    ),
    Example(
        says="Både foranstaltningen og anbringelsen var ophørt, da underretningen kom, så pligten gælder ikke.",
        events="""
            2022-05-02 indsats_ivaerksat #indsats paragraf=§_52
            2022-10-03 anbringelse_ivaerksat #anbringelse paragraf=§_68_a
            2022-10-03 indsats_ophoert #indsats
            2023-02-01 anbringelse_ophoert #anbringelse
            2023-03-01 underretning_modtaget #underretning
        """,
        as_of="2023-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Omtypes underretningen, falder pligten bort.",
        events="""
            2022-10-03 anbringelse_ivaerksat #anbringelse paragraf=§_68_a
            2023-03-01 underretning_modtaget #underretning
            2023-03-02 kontakt_nedgraderet #underretning begrundelse=Forælderen_bad_om_råd anden_person=Kollega
        """,
        as_of="2023-06-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
        variants=(
            but_for(" begrundelse=Forælderen_bad_om_råd", "", "open -", says="Mangler begrundelsen"),
            but_for(" anden_person=Kollega", "", "open -", says="Var der kun én om det"),
        ),
    ),
    Example(
        says=(
            "Det er ikke skrevet, efter hvilken paragraf barnet får hjælp, så det kan ikke afgøres, om pligten gælder."
        ),
        events="""
            2022-10-03 indsats_ivaerksat #indsats
            2023-03-01 underretning_modtaget #underretning
        """,
        as_of="2023-06-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Foranstaltningen er fra 2022, men underretningen kom i 2024: pligten følger af barnets lov.",
        events="""
            2022-10-03 indsats_ivaerksat #indsats paragraf=§_52
            2024-01-03 underretning_modtaget #underretning
            2024-01-08 genvurdering ny_deltager=ja
        """,
        as_of="2024-02-01",
        gives=(),
        rest={"underretning.genvurderes": "met -"},
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
)

_GENVURDERES = (
    Example(
        says="Barnet er anbragt, da underretningen kommer. En, der ikke har haft sagen før, deltog i genvurderingen.",
        events="""
            2024-02-01 anbringelse_ivaerksat #anbringelse paragraf=§_46,_stk._1
            2024-09-02 10:00 underretning_modtaget #underretning
            2024-09-02 15:00 vurdering_24_timer #underretning
            2024-09-05 genvurdering ny_deltager=ja
        """,
        as_of="2024-10-01",
        gives=("met -",),
        rest={"underretning.vurderes": "met 2024-09-03 10:00"},
        shows=("til tiden",),
        explained=True,
        variants=also_for("paragraf=§_46,_stk._1", *_BL_HJAELP),
    ),
    Example(
        says="Barnet har en støttende indsats, og der er ikke genvurderet: pligten står åben, uden frist i tal.",
        events="""
            2024-02-01 indsats_ivaerksat #indsats paragraf=§_32,_stk._1,_nr._3
            2024-09-02 underretning_modtaget #underretning
        """,
        as_of="2024-12-01",
        gives=("open -",),
        shows=("løber",),
        variants=(
            *also_for("paragraf=§_32,_stk._1,_nr._3", *_BL_HJAELP),
            but_for(
                "2024-09-02 underretning_modtaget #underretning",
                "2024-09-02 underretning_modtaget\n2024-09-04 underretning_modtaget",
                "open -",
                "open -",
                says="Er der to underretninger, og er de skrevet på sagen som helhed",
            ),
        ),
    ),
    Example(
        says="Deltog der ingen ny person, er der ikke genvurderet, som loven kræver.",
        events="""
            2024-02-01 anbringelse_ivaerksat #anbringelse paragraf=§_47
            2024-09-02 underretning_modtaget #underretning
            2024-09-05 genvurdering ny_deltager=nej
        """,
        as_of="2024-10-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Det er ikke skrevet, om en ny person deltog, så det kan ikke afgøres, om pligten er opfyldt.",
        events="""
            2024-02-01 anbringelse_ivaerksat #anbringelse paragraf=§_67
            2024-09-02 underretning_modtaget #underretning
            2024-09-05 genvurdering
        """,
        as_of="2024-10-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says=(
            "Det er ikke skrevet, efter hvilken paragraf barnet får hjælp, så det kan ikke afgøres, om pligten gælder."
        ),
        events="""
            2024-02-01 indsats_ivaerksat #indsats
            2024-09-02 underretning_modtaget #underretning
        """,
        as_of="2024-10-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Tidlig forebyggende hjælp efter § 30 er ikke en indsats, der udløser genvurdering.",
        events="""
            2024-02-01 indsats_ivaerksat #indsats paragraf=§_30
            2024-09-02 underretning_modtaget #underretning
        """,
        as_of="2024-10-01",
        gives=(),
        shows=("ingen pligt",),
        variants=(
            but_for(
                "indsats_ivaerksat #indsats paragraf=§_30",
                "anbringelse_ivaerksat #anbringelse paragraf=§_114",
                says="Er det et ophold for en ung på 18 år eller mere (§ 114)",
            ),
        ),
    ),
    Example(
        says="Både indsatsen og anbringelsen var ophørt, da underretningen kom, så pligten gælder ikke.",
        events="""
            2024-02-01 indsats_ivaerksat #indsats paragraf=§_32
            2024-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-08-01 indsats_ophoert #indsats
            2024-09-01 anbringelse_ophoert #anbringelse
            2024-09-02 underretning_modtaget #underretning
        """,
        as_of="2024-10-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Indsatsen ophørte samme dag, som underretningen kom: den regnes for at løbe dagen ud, og pligten gælder.",
        events="""
            2024-02-01 indsats_ivaerksat #indsats paragraf=§_32
            2024-09-02 indsats_ophoert #indsats
            2024-09-02 underretning_modtaget #underretning
        """,
        as_of="2024-10-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says=(
            "Den ene indsats er ophørt. Den anden, efter lov om bekæmpelse af ungdomskriminalitet, løber, så pligten "
            "gælder."
        ),
        events="""
            2024-02-01 indsats_ivaerksat #indsats-1 paragraf=§_32
            2024-03-01 indsats_ivaerksat #indsats-2 paragraf=LBU_§_13
            2024-06-01 indsats_ophoert #indsats-1
            2024-09-02 underretning_modtaget #underretning
        """,
        as_of="2024-10-01",
        gives=("open -",),
        shows=("flere forløb",),
    ),
    Example(
        says=(
            "Hjælpen begyndte under serviceloven og løber endnu i 2024: den udløser også genvurdering efter barnets "
            "lov."
        ),
        events="""
            2023-05-01 anbringelse_ivaerksat #anbringelse paragraf=§_58
            2024-02-12 underretning_modtaget #underretning
            2024-02-15 genvurdering ny_deltager=ja
        """,
        as_of="2024-03-01",
        gives=("met -",),
        shows=("årsskiftet 2023-24",),
    ),
    Example(
        says="Én genvurdering i sagen, efter at begge underretninger er kommet, opfylder pligten for dem begge.",
        events="""
            2024-02-01 anbringelse_ivaerksat #anbringelse paragraf=LBU_§_14
            2024-09-02 underretning_modtaget #underretning-1
            2024-09-03 underretning_modtaget #underretning-2
            2024-09-05 genvurdering #underretning-2 ny_deltager=ja
        """,
        as_of="2024-10-01",
        gives=("met -", "met -"),
        shows=("flere forløb",),
    ),
    Example(
        says=(
            "Familien flyttede til en anden kommune, før underretningen kom: hjælpen her er ophørt, og pligten gælder "
            "ikke."
        ),
        events="""
            2024-02-01 indsats_ivaerksat #indsats paragraf=§_32
            2024-08-01 sag_flyttet
            2024-09-02 underretning_modtaget #underretning
        """,
        as_of="2024-10-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Omtypes underretningen, falder pligten bort.",
        events="""
            2024-02-01 indsats_ivaerksat #indsats paragraf=LBU_§_12
            2024-09-02 underretning_modtaget #underretning
            2024-09-03 kontakt_nedgraderet #underretning begrundelse=Forælderen_bad_om_råd anden_person=Kollega
        """,
        as_of="2024-10-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
        variants=(
            but_for(" begrundelse=Forælderen_bad_om_råd", "", "open -", says="Mangler begrundelsen"),
            but_for(" anden_person=Kollega", "", "open -", says="Var der kun én om det"),
        ),
    ),
    Example(
        says="Underretningen kom i 2023: pligten følger af serviceloven.",
        events="""
            2023-02-01 indsats_ivaerksat #indsats paragraf=§_52
            2023-12-29 underretning_modtaget #underretning
            2024-01-03 genvurdering ny_deltager=ja
        """,
        as_of="2024-02-01",
        gives=(),
        rest={"underretning.genvurderes": "met -"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
    Example(
        says="Sagen var afsluttet, da underretningen kom: der var ingen hjælp i gang at genvurdere.",
        events="""
            2024-03-01 indsats_ivaerksat #indsats paragraf=§_32
            2024-05-01 sag_afsluttet
            2024-06-03 underretning_modtaget #u1
        """,
        as_of="2024-07-01",
        gives=(),
        shows=(),
    ),
    Example(
        says="Kilden leverer ingen indsatser, så det kan ikke ses, om barnet fik hjælp, da underretningen kom.",
        events="2024-06-03 underretning_modtaget #u1",
        as_of="2024-07-01",
        covers=("underretning_modtaget", "genvurdering"),
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
)

_SAMTALE_OVERGREB = (
    Example(
        says="Mistanken retter sig mod en forælder. Kommunen talte med barnet to dage efter; der er ingen frist i tal.",
        events="""
            2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja foraeldre_mistaenkt=ja
            2024-05-05 samtale_med_barnet #underretning
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Samtalen blev holdt under undersøgelsen. Der ses efter i hele sagen, så den tæller også her.",
        events="""
            2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja
            2024-05-10 undersoegelse_besluttet #undersøgelse behov_kendt=2024-05-03
            2024-05-21 samtale_med_barnet #undersøgelse
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("flere forløb",),
    ),
    Example(
        says="Er der ikke talt med barnet, står pligten åben; den bliver aldrig overskredet.",
        events="2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja",
        as_of="2025-05-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Anden kontakt er ikke en samtale, og en samtale fra før underretningen handlede ikke om den.",
        events="""
            2024-04-22 samtale_med_barnet
            2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja
            2024-05-06 kontakt_med_barnet kontaktform=Leg_i_børnehaven
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Sagen blev afsluttet, uden at nogen havde talt med barnet. Pligten falder ikke bort af den grund.",
        events="""
            2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja
            2024-05-24 sag_afsluttet
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Samtalen er undladt med en begrundelse, og så skal barnets holdning søges belyst på anden måde.",
        events="""
            2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja
            2024-05-06 samtale_undladt #underretning begrundelse=Barnet_er_fem_måneder_gammelt
        """,
        as_of="2024-06-01",
        gives=("excused -",),
        rest={"barnet.holdning_paa_anden_maade": "open -"},
        shows=("undtaget",),
    ),
    Example(
        says="Samtalen er undladt, men der er ikke skrevet hvorfor. Uden begrundelse er det ingen undtagelse.",
        events="""
            2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja
            2024-05-06 samtale_undladt #underretning
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Barnet er ikke født endnu, så der er ingen at tale med.",
        events="2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja ufoedt=ja",
        as_of="2024-06-01",
        gives=("excused -",),
        shows=("undtaget",),
    ),
    Example(
        says="Underretningen handler ikke om overgreb, så pligten gælder ikke.",
        events="2024-05-03 underretning_modtaget #underretning mistanke_overgreb=nej",
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="To underretninger om overgreb: samtalen ligger mellem dem og gælder kun for den første.",
        events="""
            2024-05-03 underretning_modtaget #underretning-1 mistanke_overgreb=ja
            2024-05-06 samtale_med_barnet
            2024-09-12 underretning_modtaget #underretning-2 mistanke_overgreb=ja
        """,
        as_of="2024-10-01",
        gives=("met -", "open -"),
        shows=("flere forløb", "løber"),
    ),
    Example(
        says="Familien flyttede, og sagen er nu hos en anden kommune: pligten falder bort her.",
        events="""
            2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja
            2024-05-08 sag_flyttet
        """,
        as_of="2024-06-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Omtypes underretningen, falder pligten bort.",
        events="""
            2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja
            2024-05-04 kontakt_nedgraderet #underretning begrundelse=Sendt_til_os_ved_en_fejl anden_person=Kollega
        """,
        as_of="2024-06-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
        variants=(
            but_for(" begrundelse=Sendt_til_os_ved_en_fejl", "", "open -", says="Mangler begrundelsen"),
            but_for(" anden_person=Kollega", "", "open -", says="Var der kun én om det"),
        ),
    ),
    Example(
        says="Det er ikke skrevet, om underretningen handler om overgreb, så det kan ikke afgøres, om pligten gælder.",
        events="2024-05-03 underretning_modtaget #underretning",
        as_of="2024-06-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Udtrækket indeholder ingen samtaler, så det kan ikke ses, om der er talt med barnet.",
        events="2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja",
        as_of="2024-06-01",
        gives=("unknown - ikke_daekket",),
        covers=("underretning_modtaget",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Underretningen kom i 2023, før reglen gjaldt. Pejl har ingen regel om samtalen ved overgreb før 2024.",
        events="2023-12-29 underretning_modtaget #underretning mistanke_overgreb=ja",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_TILFLYTNING_SEL = (
    Example(
        says="Familien flyttede, og tilflytningskommunen blev underrettet ugen efter. Loven havde ingen frist i tal.",
        events="""
            2023-05-03 sag_flyttet behov_for_stoette=ja til_kommune=Sundby
            2023-05-10 mellemkommunal_underretning til_kommune=Sundby sammenfatning=Undersøgelsen_fra_april
        """,
        as_of="2023-06-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
        variants=(
            but_for(
                " behov_for_stoette=ja til_kommune=Sundby\n            2023-05-10 mellemkommunal_underretning",
                " #flytning behov_for_stoette=ja\n            2023-05-10 mellemkommunal_underretning #brev",
                "met -",
                says="Står flytningen og underretningen i hver sit forløb",
            ),
        ),
    ),
    Example(
        says="Rådgiveren underrettede tilflytningskommunen, en uge før familien flyttede: pligten er opfyldt.",
        events="""
            2023-05-03 mellemkommunal_underretning til_kommune=Sundby
            2023-05-10 sag_flyttet behov_for_stoette=ja til_kommune=Sundby
        """,
        as_of="2023-06-01",
        gives=("met -",),
        shows=("til tiden",),
        variants=(
            but_for(
                "2023-05-10 sag_flyttet",
                "2023-05-05 sag_flyttet behov_for_stoette=ja\n2023-05-10 sag_flyttet",
                "met -",
                "open -",
                says="Flytter familien to gange efter hinanden",
            ),
            but_for(
                "2023-05-10 sag_flyttet",
                "2023-05-05 sag_genaabnet\n2023-05-10 sag_flyttet",
                "open -",
                says="Blev sagen åbnet igen imellem",
            ),
        ),
    ),
    Example(
        says="Tilflytningskommunen er ikke underrettet: pligten står åben, også efter at sagen er flyttet.",
        events="2023-05-03 sag_flyttet behov_for_stoette=ja",
        as_of="2023-09-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Der var ikke behov for særlig støtte, så pligten gjaldt ikke.",
        events="2023-05-03 sag_flyttet behov_for_stoette=nej",
        as_of="2023-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, om der var behov for særlig støtte, så det kan ikke afgøres, om pligten gjaldt.",
        events="2023-05-03 sag_flyttet",
        as_of="2023-06-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Familien flyttede den 1. januar 2024: da var det barnets lov, der gjaldt.",
        events="2024-01-01 sag_flyttet behov_for_stoette=ja",
        as_of="2024-02-01",
        gives=(),
        rest={"underretning.tilflytningskommune": "open -"},
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
)

_TILFLYTNING = (
    Example(
        says="Familien flyttede, og tilflytningskommunen blev underrettet dagen efter med en sammenfatning.",
        events="""
            2024-05-03 sag_flyttet behov_for_stoette=ja til_kommune=Sundby
            2024-05-04 mellemkommunal_underretning til_kommune=Sundby sammenfatning=Barnets_plan_og_undersøgelsen
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
        variants=(
            but_for(
                " behov_for_stoette=ja til_kommune=Sundby\n            2024-05-04 mellemkommunal_underretning",
                " #flytning behov_for_stoette=ja\n            2024-05-04 mellemkommunal_underretning #brev",
                "met -",
                says="Står flytningen og underretningen i hver sit forløb",
            ),
        ),
    ),
    Example(
        says="Rådgiveren underrettede tilflytningskommunen, en uge før familien flyttede: pligten er opfyldt.",
        events="""
            2024-05-03 mellemkommunal_underretning til_kommune=Sundby
            2024-05-10 sag_flyttet behov_for_stoette=ja til_kommune=Sundby
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden",),
        variants=(
            but_for(
                "2024-05-10 sag_flyttet",
                "2024-05-06 sag_flyttet behov_for_stoette=ja\n2024-05-10 sag_flyttet",
                "met -",
                "open -",
                says="Flytter familien to gange efter hinanden",
            ),
        ),
    ),
    Example(
        says="Sagen er flyttet og afsluttet her. Pligten falder ikke bort af den grund: den står åben.",
        events="""
            2024-05-03 sag_flyttet behov_for_stoette=ja til_kommune=Sundby
            2024-05-06 sag_afsluttet
        """,
        as_of="2025-05-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Moren flytter, før barnet er født, og der er behov for støtte: pligten gælder også kommende forældre.",
        events="""
            2024-05-03 underretning_modtaget #underretning ufoedt=ja underretter=sundhedsvaesen
            2024-05-13 sag_flyttet behov_for_stoette=ja til_kommune=Sundby
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says=(
            "Familien flyttede, kom tilbage og flyttede igen. Underretningen fra den første flytning er ikke en "
            "underretning om den anden."
        ),
        events="""
            2024-05-03 sag_flyttet behov_for_stoette=ja til_kommune=Sundby
            2024-05-06 mellemkommunal_underretning til_kommune=Sundby
            2025-01-06 sag_genaabnet
            2025-09-01 sag_flyttet behov_for_stoette=ja til_kommune=Vestby
        """,
        as_of="2025-10-01",
        gives=("met -", "open -"),
        shows=("til tiden", "løber"),
    ),
    Example(
        says="Der er ikke behov for særlig støtte, og ingen er på vej: pligten gælder ikke.",
        events="2024-05-03 sag_flyttet behov_for_stoette=nej til_kommune=Sundby",
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, om der er behov for særlig støtte, så det kan ikke afgøres, om pligten gælder.",
        events="2024-05-03 sag_flyttet til_kommune=Sundby",
        as_of="2024-06-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Udtrækket indeholder ikke underretninger til andre kommuner, så det kan ikke ses, om der er sendt en.",
        events="2024-05-03 sag_flyttet behov_for_stoette=ja",
        as_of="2024-06-01",
        gives=("unknown - ikke_daekket",),
        covers=("sag_flyttet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Familien flyttede den sidste dag i 2023: da gjaldt serviceloven.",
        events="2023-12-31 sag_flyttet behov_for_stoette=ja",
        as_of="2024-02-01",
        gives=(),
        rest={"underretning.tilflytningskommune": "open -"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

CHAPTER = Chapter(
    title="Underretninger",
    introduction=(
        "Når nogen er bekymret for et barn og underretter kommunen, skal fire ting følge: kommunen tager inden for et "
        "døgn stilling til, om barnet er i fare; underretteren får at vide, at underretningen er modtaget; en "
        "fagperson, der har underrettet, får at vide, om der er sat noget i gang; og får barnet allerede hjælp, ser en "
        "ny person med på sagen. Handler underretningen om overgreb, taler kommunen desuden med barnet. Flytter "
        "familien, og er der behov for særlig støtte, er det kommunen selv, der skal underrette: den nye kommune."
    ),
    examples={
        VURDERES_SEL: _VURDERES_SEL,
        VURDERES: _VURDERES,
        KVITTERES_SEL: _KVITTERES_SEL,
        KVITTERES: _KVITTERES,
        TILBAGEMELDES_SEL: _TILBAGEMELDES_SEL,
        TILBAGEMELDES: _TILBAGEMELDES,
        GENVURDERES_SEL: _GENVURDERES_SEL,
        GENVURDERES: _GENVURDERES,
        SAMTALE_OVERGREB: _SAMTALE_OVERGREB,
        TILFLYTNING_SEL: _TILFLYTNING_SEL,
        TILFLYTNING: _TILFLYTNING,
    },
)
