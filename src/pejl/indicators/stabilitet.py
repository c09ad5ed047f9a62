"""Stabilitet: how much does an adviser carry, how often does a child get another, and how long does one stay?"""

from pejl.events import RAADGIVER_TILDELT, SAG_AFSLUTTET
from pejl.indicators.advisers import CHANGES
from pejl.indicators.counting import AdviserChanges, Each, Per, Standing, WithAdviser
from pejl.indicators.indicator import Better, Indicator, Marker, Rests, Unit

# The number of full-time posts is no part of the ledger: whoever measures gives it.
FULDTID = "fuldtid"
_BEGGE = "Børn og familier giver to forskellige tal, så begge vises, og der står altid hvilket."

BOERN_PR_FULDTID = Indicator(
    key="stabilitet.boern_pr_fuldtid",
    name="Børn pr. fuldtidsrådgiver",
    question="Hvor mange børn har en rådgiver?",
    means=(
        "Hvor meget der ligger på hver. Dansk Socialrådgiverforenings vejledende sagstal er 20–30 børn; det er til en "
        "samtale og er ikke et facit. Hvor svære sagerne er, siger tallet ikke."
    ),
    how=(
        "De åbne sager (ét barn hver) ved periodens slutning, også fraværende kollegers og dem uden rådgiver, delt med "
        f"fuldtidsstillingerne den dag. {_BEGGE}"
    ),
    counts=Per(what=Standing(each=Each.CHILD), given=FULDTID),
    unit=Unit.RATIO,
    better=Better.LOWER,
    bears_on=(Marker.STYRING,),
    rests=Rests.PRACTICE,
    source="Dansk Socialrådgiverforenings vejledende sagstal, som tæller børn",
    needs=(SAG_AFSLUTTET,),
    for_child="Så mange andre børn deler barnets rådgiver i gennemsnit tiden med.",
)
FAMILIER_PR_FULDTID = Indicator(
    key="stabilitet.familier_pr_fuldtid",
    name="Familier pr. fuldtidsrådgiver",
    question="Hvor mange familier har en rådgiver?",
    means="Det samme talt i familier. Søskende i samme familie tæller én gang, så tallet er lavere end i børn.",
    how=(
        "De familier, der har en åben sag ved periodens slutning, delt med fuldtidsstillingerne den dag. Et barn, hvis "
        f"familie ikke er skrevet, tæller som en familie for sig. {_BEGGE}"
    ),
    counts=Per(what=Standing(each=Each.FAMILY), given=FULDTID),
    unit=Unit.RATIO,
    better=Better.LOWER,
    bears_on=(Marker.STYRING,),
    rests=Rests.PRACTICE,
    source="Ankestyrelsens ældre undersøgelse viste, at familier og børn giver hver sit tal",
    needs=(SAG_AFSLUTTET,),
    for_child="Så mange andre familier deler barnets rådgiver i gennemsnit tiden med.",
)
SKIFT = Indicator(
    key="stabilitet.raadgiverskift",
    name="Børn, der har skiftet rådgiver det seneste år",
    question="Hvor tit får et barn en ny rådgiver?",
    means="Hvor mange børn der har skullet begynde forfra med et nyt menneske. Hvorfor, og hvem, siger tallet ikke.",
    how=(
        "Af de åbne sager ved periodens slutning, hvor mange der har fået en anden rådgiver inden for 365 dage. "
        "Barnets første rådgiver er ikke et skift."
    ),
    counts=AdviserChanges(),
    unit=Unit.SHARE,
    better=Better.LOWER,
    bears_on=(Marker.STYRING, Marker.INDDRAGELSE),
    rests=Rests.OWN,
    source="Strategiernes mål om ro og kontinuitet for barnet; de 365 dage er Pejls valg",
    needs=(RAADGIVER_TILDELT,),
    groups=CHANGES,
    for_child="Barnet har fået en ny rådgiver inden for det seneste år.",
)
SAMME = Indicator(
    key="stabilitet.samme_raadgiver",
    name="Tid med den samme rådgiver",
    question="Hvor længe har barnet haft den rådgiver, det har?",
    means="Hvor længe de fleste har kendt hinanden. Mange nye sager trækker tallet ned, uden at nogen har skiftet.",
    how=(
        "Medianen af dagene, siden den nuværende rådgiver fik sagen, for de åbne sager ved periodens slutning, der har "
        "en rådgiver."
    ),
    counts=WithAdviser(),
    unit=Unit.DAYS,
    better=Better.HIGHER,
    bears_on=(Marker.STYRING, Marker.INDDRAGELSE),
    rests=Rests.OWN,
    source="Strategiernes mål om ro og kontinuitet for barnet",
    needs=(RAADGIVER_TILDELT,),
    for_child="Så længe har barnet haft den samme rådgiver.",
)

INDICATORS = (BOERN_PR_FULDTID, FAMILIER_PR_FULDTID, SKIFT, SAMME)
