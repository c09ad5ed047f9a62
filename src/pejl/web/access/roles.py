"""Which roles are there, how far does each see, what may it do, and which duties fall on it?

A role is a value. A new one is a value here, a line in ``ROLES`` and its column in the role table of the tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pejl.rules import Role as Duty


class Right(StrEnum):
    """What a person may do, apart from which cases it may be done in."""

    MIN_DAG = "min_dag"  # a page of one's own duties
    INTAKE = "intake"  # write down what reaches us
    WATCH = "watch"  # the page of the duty, and what is handed over to the next
    CASES = "cases"  # open cases within the scope
    SEARCH = "search"  # look for a child by name or number
    TEXT = "text"  # read professional text on a case, not only what happened when
    REGISTER = "register"  # register, correct, move
    PROTECT = "protect"  # mark a case as protected and name who may see it
    ASSIGN = "assign"  # give cases to advisers, name second advisers and stand-ins
    TEXTS = "texts"  # decide phrases, letters, checklists and who may grant what
    BREAK_GLASS = "break_glass"  # open an unprotected case outside the scope, with a reason, for a time
    OVERVIEW = "overview"  # totals
    DRILL = "drill"  # from a total down to the cases within the scope
    BY_ADVISER = "by_adviser"  # lists by adviser, once staff have been told
    IMPORT = "import"  # take lists in
    CLEANUP = "cleanup"  # probable registration faults
    LOCAL_NUMBERS = "local_numbers"  # decide the municipality's own goals
    EXPORT = "export"  # take lists out
    LOG = "log"  # read the log of look-ups, confirm the monthly sample
    GIVE_LOG = "give_log"  # give a family the log on their child
    STAFF = "staff"  # people, units and posts
    PLAN = "plan"  # write the strategy, its actions and what comes of them (everybody signed in reads it)
    APPROVE = "approve"  # approve goals, strategies and papers, and release papers to everybody
    CIRCLE = "circle"  # the closed register of young people the task force follows
    DISCLOSE = "disclose"  # decide that a number below the smallest cell may be published, with a reason


class Sees(StrEnum):
    """How far a post sees, besides the cases a person has been named in."""

    NONE = "none"  # no case at all
    NAMED = "named"  # only cases where the person is named
    OWN = "own"  # cases the person is adviser in, or stands in for
    DUTY = "duty"  # cases of the unit where a duty of this role is outstanding
    UNIT = "unit"  # all cases of the unit and those below it


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One role a person can hold in a unit."""

    key: str
    label: str
    sees: Sees
    rights: frozenset[Right]
    duties: frozenset[Duty] = frozenset()


_CASEWORK: Final = frozenset(
    {
        *(Right.MIN_DAG, Right.CASES, Right.SEARCH, Right.TEXT, Right.REGISTER, Right.CLEANUP),
        *(Right.INTAKE, Right.WATCH),
    }
)
_LEADING: Final = frozenset(
    {
        *_CASEWORK,
        Right.PROTECT,
        Right.ASSIGN,
        Right.BREAK_GLASS,
        Right.OVERVIEW,
        Right.DRILL,
        Right.BY_ADVISER,
        Right.EXPORT,
        Right.LOG,
        Right.GIVE_LOG,
        Right.PLAN,
    }
)

ADMINISTRATIV: Final = Role(
    key="administrativ",
    label="Administrativ medarbejder",
    sees=Sees.DUTY,
    rights=frozenset({Right.MIN_DAG, Right.CASES, Right.SEARCH, Right.REGISTER, Right.INTAKE}),
    duties=frozenset({Duty.ADMINISTRATIV}),
)
MODTAGELSE: Final = Role(
    key="modtagelse",
    label="Modtagelse og vagt",
    sees=Sees.DUTY,
    rights=_CASEWORK | {Right.BREAK_GLASS},
    duties=frozenset({Duty.MODTAGELSE}),
)
RAADGIVER: Final = Role(
    key="raadgiver",
    label="Rådgiver",
    sees=Sees.OWN,
    rights=_CASEWORK,
    duties=frozenset({Duty.RAADGIVER}),
)
MEDRAADGIVER: Final = Role(
    key="medraadgiver",
    label="Medrådgiver",
    sees=Sees.NAMED,
    rights=_CASEWORK,
    duties=frozenset({Duty.RAADGIVER}),
)
# A stand-in sees what the absent adviser sees, from one day to another (``Cover``).
VIKAR: Final = Role(
    key="vikar",
    label="Vikar",
    sees=Sees.OWN,
    rights=_CASEWORK,
    duties=frozenset({Duty.RAADGIVER}),
)
TILSYNSKONSULENT: Final = Role(
    key="tilsynskonsulent",
    label="Tilsynskonsulent",
    sees=Sees.DUTY,
    rights=frozenset({Right.MIN_DAG, Right.CASES, Right.SEARCH, Right.TEXT, Right.REGISTER}),
    duties=frozenset({Duty.TILSYNSKONSULENT}),
)
TEAMLEDER: Final = Role(key="teamleder", label="Teamleder", sees=Sees.UNIT, rights=_LEADING)
AFDELINGSLEDER: Final = Role(
    key="afdelingsleder",
    label="Afdelingsleder",
    sees=Sees.UNIT,
    rights=_LEADING | {Right.LOCAL_NUMBERS, Right.TEXTS},
)
CENTERCHEF: Final = Role(
    key="centerchef",
    label="Centerchef",
    sees=Sees.NONE,
    rights=frozenset({Right.OVERVIEW, Right.PLAN, Right.APPROVE, Right.DISCLOSE}),
)
VISITATIONSUDVALG: Final = Role(
    key="visitationsudvalg",
    label="Visitationsudvalg",
    sees=Sees.NAMED,
    rights=frozenset({Right.CASES, Right.TEXT}),
)
DATAKONSULENT: Final = Role(
    key="datakonsulent", label="Datakonsulent", sees=Sees.NONE, rights=frozenset({Right.IMPORT})
)
SYSTEMANSVARLIG: Final = Role(
    key="systemansvarlig", label="Systemansvarlig", sees=Sees.NONE, rights=frozenset({Right.STAFF})
)
UNGEKREDS: Final = Role(
    key="ungekreds", label="Medlem af ungekredsen", sees=Sees.NONE, rights=frozenset({Right.CIRCLE})
)

ROLES: Final = (
    ADMINISTRATIV,
    MODTAGELSE,
    RAADGIVER,
    MEDRAADGIVER,
    VIKAR,
    TILSYNSKONSULENT,
    TEAMLEDER,
    AFDELINGSLEDER,
    CENTERCHEF,
    VISITATIONSUDVALG,
    DATAKONSULENT,
    SYSTEMANSVARLIG,
    UNGEKREDS,
)
ROLE_BY_KEY: Final = {role.key: role for role in ROLES}
