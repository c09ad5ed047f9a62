"""What is a sheet: which fields of a row are asked, which first, who may write it, and where is it read?

Everything leaders write of the plan is written on a sheet: one form, one history, one way out. A new kind of row is a
model, one ``Sheet`` and one line in ``SHEETS``; no view or template changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pejl.web.access.roles import Right
from pejl.web.plan.models import PlanRow, Strategy

if TYPE_CHECKING:
    from pejl.web.access.actions import Doing
    from pejl.web.access.person import Person


# As a list of choices is shown: (group, ((key, name), …)).
Groups = Sequence[tuple[str, Sequence[tuple[str, str]]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One kind of row, as it is written."""

    slug: str  # in addresses, and in the log
    model: type[PlanRow]
    one: str  # »Handling«
    new: str  # »Ny handling«
    main: tuple[str, ...]  # asked first; at most five (house rule 14)
    more: tuple[str, ...] = ()  # under »Flere felter«
    parent: str = ""  # the field the address gives: what the row belongs to
    strategy: str = ""  # the way to the strategy: "" where it is the parent itself or there is none
    # Fields whose change asks for a reason: priorities, stages, what was decided.
    reasoned: frozenset[str] = frozenset()
    # Whether a change asks for that reason as the row stands now, and how it is asked where a list of fields is long.
    asks_reason: Callable[[Any], bool] = lambda row: True
    reason_hint: str = ""
    # What else changes when these fields of a row are corrected: an approved goal waits for approval again.
    corrected: Callable[[Any, frozenset[str], Doing], Mapping[str, Any]] = lambda row, names, doing: {}
    # Filled from who does it: field -> "name" or "today".
    stamped: Mapping[str, str] = field(default_factory=dict)
    right: Right = Right.PLAN
    # Read, with its history, only by those who may write it: what is not yet fit for everybody.
    closed: bool = False
    # Whether this person may write it although they lack the right: the owner of an action its report.
    own: Callable[[Person, Any], bool] = lambda person, parent: False
    # The page where the row is read.
    page: Callable[[Any], str] = lambda row: "/plan/"
    # The tab a new one is begun from (its URL name); "" where that is the page of what it belongs to.
    tab: str = ""
    hint: str = ""
    # What to write in a field whose name alone does not say it: field -> sentence.
    hints: Mapping[str, str] = field(default_factory=dict)
    # What follows from the other fields, for those left empty: a target date from its horizon.
    computed: Callable[[Mapping[str, Any]], Mapping[str, Any]] = lambda values: {}
    # Fields that are chosen from a list the model does not hold: field -> its groups of (key, name).
    offered: Mapping[str, Callable[[], Groups]] = field(default_factory=dict)
    # What must hold between fields: {field: sentence} for those that do not. What the row belongs to, and its key, are
    # among the values.
    check: Callable[[Mapping[str, Any]], Mapping[str, str]] = lambda values: {}

    def name_of(self, name: str, value: str) -> str:
        """The name of what is kept as a key; the key itself where the list does not have it."""
        groups = self.offered[name]() if name in self.offered else ()
        return next((label for _, choices in groups for key, label in choices if key == value), value)

    def strategy_of(self, row: PlanRow) -> Strategy | None:
        """The strategy a row belongs to; None where it belongs to none."""
        if isinstance(row, Strategy):
            return row
        found: Any = row
        for name in (self.strategy or self.parent).split("__"):
            found = getattr(found, name, None) if name else None
            if found is None:
                return None
        return found if isinstance(found, Strategy) else None

    def may_write(self, person: Person, parent: PlanRow | None) -> bool:
        """Whether this person may write such a row here."""
        return person.may(self.right) or self.own(person, parent)
