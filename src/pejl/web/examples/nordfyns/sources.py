"""Where does each thing stand in the paper, and how is what no paper says marked?"""

from typing import Final

STRATEGY: Final = "Nordfyns, Udviklingsstrategi 2023-2025"
BACKGROUND: Final = f"{STRATEGY}, »Baggrund«"
INTRODUCTION: Final = f"{STRATEGY}, »Indledning«"
FRAME: Final = f"{STRATEGY}, »Overordnet ramme«"
SCOPE: Final = f"{STRATEGY}, »Hvem omfatter udviklingsstrategien«"
FOLLOWING: Final = f"{STRATEGY}, »Opfølgning på udviklingsstrategien«"
INVENTED: Final = "Opdigtet til eksemplet; papiret siger intet om det."
INVENTED_DAY: Final = "Opdigtet dato: papiret siger kun to temamøder om året"


def area(number: int) -> str:
    """A focus area's own part of the paper."""
    return f"{STRATEGY}, »Fokusområde {number}«"
