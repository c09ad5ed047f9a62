"""Who writes the example, when would it have been written, and what of it is in the database so far?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from pejl.web.access.actions import Doing
from pejl.web.access.models import User
from pejl.web.plan.models import Course, Recommendation, Theme

# When it would have been written: the analysis, the account, and the report, which bears no day. Ours, for the log.
ANALYSED: Final = datetime(2021, 10, 29, 10, 0, tzinfo=UTC)
ACCOUNTED: Final = datetime(2023, 2, 24, 10, 0, tzinfo=UTC)
REPORTED: Final = datetime(2023, 4, 14, 10, 0, tzinfo=UTC)


@dataclass(kw_only=True)
class Written:
    """What is in the database so far."""

    by: User
    course: Course
    themes: dict[int, Theme] = field(default_factory=dict)
    asked: dict[str, Recommendation] = field(default_factory=dict)

    def at(self, moment: datetime) -> Doing:
        """The writer, at that moment."""
        return Doing(by=self.by, at=moment)
