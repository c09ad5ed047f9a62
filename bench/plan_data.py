"""How is a big plan made? The demo's municipality once, and in it a strategy of so much, written as pages write it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any, Final

from django.core.management import call_command
from django.db import connection, transaction

import pejl
from bench.plan_sizes import PLAN, PlanSize
from bench.sizes import MANIFEST
from bench.web_sizes import NOW
from pejl.indicators import INDICATORS
from pejl.web.access.actions import Doing
from pejl.web.access.models import Unit, User
from pejl.web.demo.fill import fill
from pejl.web.insight.models import Measured, Paper
from pejl.web.insight.papers.approving import approve, open_again, send
from pejl.web.insight.papers.releasing import release
from pejl.web.insight.papers.templates import TEMPLATES
from pejl.web.insight.papers.writing import NewPaper, begin, write
from pejl.web.plan.actions import label_of, new, told
from pejl.web.plan.models import (
    Account,
    Action,
    Activity,
    CaseReview,
    Course,
    CourseGoal,
    CourseMeeting,
    Dependency,
    Effect,
    Evaluation,
    Evidence,
    Experience,
    FocusArea,
    Fund,
    Judgement,
    LocalGoal,
    MadeKnown,
    Option,
    OutsideReview,
    OutsideView,
    PlanChange,
    PlanRow,
    PlanUnit,
    PracticeCase,
    Project,
    Recommendation,
    Report,
    ReviewFinding,
    Round,
    RoundAnswer,
    SelfEvaluation,
    Strategy,
    Theme,
    ThemeMeeting,
    Track,
    Training,
    Trial,
    WheelDone,
    WheelItem,
)
from pejl.web.plan.sheets import sheet_of
from pejl.web.plan.versions import Decision, decide

WRITER: Final = "karen"
APPROVER: Final = "henrik"
MUNICIPALITY: Final = "Nordby Kommune"
_TODAY: Final = NOW.date()
_YEARS: Final = 10
_SEED: Final = 11
_WORDS: Final = (
    "Vi taler med barnet, før vi beslutter noget, og skriver ned, hvad barnet sagde.",
    "Planen følges op til tiden, og familien ved, hvad der skal ske.",
    "Skabelonen er aftalt med teamene og prøves af i efteråret.",
    "Det går fremad, men to stillinger er ubesatte, og derfor er noget rykket.",
    "Lederne læser et antal sager hver måned og taler med rådgiverne om dem.",
    "Netværket inddrages tidligt, også når barnet flytter.",
)
_HOUSE: Final = Path(pejl.__file__).parent
_MADE_BY: Final = ("web/plan/actions.py", "web/*/migrations/*.py", "web/demo/fill.py", "web/insight/papers/*.py")


# --- kept -----------------------------------------------------------------------------------------------------


def is_made(size: PlanSize) -> bool:
    """Whether the database lies there, made from the very same."""
    manifest = size.folder / MANIFEST
    return manifest.exists() and json.loads(manifest.read_text(encoding="utf-8"))["made_from"] == _made_from(size)


def keep(size: PlanSize, made: Path, *, holds: dict[str, int]) -> None:
    """Put the finished database where it belongs."""
    connection.close()
    shutil.rmtree(size.folder, ignore_errors=True)
    size.folder.mkdir(parents=True)
    shutil.move(made, size.database)
    content = json.dumps({"made_from": _made_from(size), "holds": holds}, indent=1)
    (size.folder / MANIFEST).write_text(content, encoding="utf-8")


def _made_from(size: PlanSize) -> dict[str, object]:
    return asdict(size) | {"now": str(NOW), "sources": _print_of(*_MADE_BY, own=True)}


def _print_of(*patterns: str, own: bool = False) -> str:
    sources = [each for pattern in patterns for each in sorted(_HOUSE.glob(pattern))]
    sources += [Path(__file__)] if own else []
    return sha256(b"".join(map(Path.read_bytes, sources))).hexdigest()[:16]


def base() -> Path:
    """Where the demo's municipality lies, without a big plan; it is the same for every size and takes the longest."""
    return PLAN / f"kommunen-{_print_of('web/*/migrations/*.py', 'web/demo/fill.py')}.sqlite3"


def make_base() -> None:
    """Fill the empty database this process is set up with."""
    call_command("migrate", verbosity=0)
    fill(now=NOW)


# --- the plan -------------------------------------------------------------------------------------------------


def make(size: PlanSize) -> dict[str, int]:
    """Write the strategy into the municipality, and tell how much there is."""
    with transaction.atomic():
        Plan(size).write()
    with transaction.atomic():
        _papers(size)
    return {
        "actions": Action.objects.count(),
        "effects": Effect.objects.count(),
        "log": PlanChange.objects.count(),
        "figures": Measured.objects.count(),
        "indicators": len(INDICATORS),
        "units": Unit.objects.count(),
        "papers": Paper.objects.count(),
    }


def _day(days_ago: float) -> date:
    return _TODAY - timedelta(days=round(days_ago))


class Plan:
    """One strategy while it is written; ``rows`` are those of each kind, in the order they were written."""

    def __init__(self, size: PlanSize) -> None:
        self.size, self.random = size, Random(_SEED)
        self.user = User.objects.get(username=WRITER)
        self.owners = list(User.objects.filter(is_active=True).order_by("pk")[:12])
        self.units = list(Unit.objects.order_by("pk"))
        self.rows: dict[type[PlanRow], list[Any]] = {}

    def write(self) -> None:
        """All of it, and then its history."""
        # First from this year, so that it is the one that is shown.
        year = {"first": date(_TODAY.year, 1, 1), "last": date(_TODAY.year + 4, 12, 31)}
        strategy = self.add(Strategy, title="Den store strategi", status="i_kraft", few=12, few_areas=2, **year)
        self.strategy: Strategy = strategy
        for part in (self._thread, self._steps, self._goals, self._course, self._year, self._learning, self._log):
            part()
        self._versions()

    def add(self, model: type[PlanRow], *, ago: Any = 1500, **values: Any) -> Any:
        """A row, written so many days ago; its key says which it is."""
        rows = self.rows.setdefault(model, [])
        key = f"stor-{sheet_of(model).slug}-{len(rows) + 1}"
        rows.append(new(model, doing=self._doing(ago), key=key, **values))
        return rows[-1]

    def one(self, model: type[PlanRow], number: int) -> Any:
        """The rows of a kind, round and round."""
        return self.rows[model][number % len(self.rows[model])]

    def words(self) -> str:
        """A sentence."""
        return self.random.choice(_WORDS)

    def _doing(self, ago: float) -> Doing:
        return Doing(by=self.user, at=NOW - timedelta(days=ago))

    def _thread(self) -> None:
        size, strategy = self.size, self.strategy
        for n in range(size.units):
            self.add(PlanUnit, strategy=strategy, name=f"Enhed {n + 1}", number=n, unit=self.units[n % len(self.units)])
        for n in range(size.areas):
            family = ("borger", "organisation")[n % 2]
            values = {"name": f"Fokusområde {n + 1}", "number": n, "family": family, "purpose": self.words()}
            focus = {"focus_from": _day(100)} if n == 0 else {}
            self.add(FocusArea, strategy=strategy, vision=self.words(), **values, **focus)
        for n in range(size.effects):
            self._effect(n)
        for n in range(size.tracks):
            areas = [self.one(FocusArea, n), self.one(FocusArea, n + 1)]
            self.add(Track, strategy=strategy, name=f"Spor {n + 1}", number=n, text=self.words(), areas=areas)
        for n in range(size.units):
            units = [self.one(PlanUnit, n)]
            self.add(MadeKnown, strategy=strategy, on=_day(200 + n), meeting=f"Møde {n + 1}", units=units)

    def _effect(self, n: int) -> None:
        words = f"Det mærker barnet eller den unge, nummer {n + 1}."
        level = ("borger", "organisation")[n // self.size.areas % 2]
        effect = self.add(Effect, area=self.one(FocusArea, n), level=level, text=words, number=n)
        for kind, values in (
            ("indikator", {"subject": list(INDICATORS)[n % len(INDICATORS)].key}),
            ("oplevelse", {"who": "barn"}),
        ):
            self.add(Evidence, effect=effect, kind=kind, expected_by=_day(-200), **values)
        for half in range(4):
            given = {"on": _day(700 - half * 180), "verdict": "delvist", "words": self.words(), "by": self.user.name}
            self.add(Judgement, effect=effect, **given)
            told = {"who": "barn", "method": "interview", "on": _day(690 - half * 180), "words": self.words()}
            self.add(Experience, effect=effect, **told)

    def _steps(self) -> None:
        stages = ["i_drift", "i_gang", "planlagt", "i_drift", "stoppet"]
        for n in range(self.size.actions):
            began = self.random.uniform(30, 365 * _YEARS)
            self.add(
                Action,
                ago=began,
                strategy=self.strategy,
                number=n % 60,
                name=f"Handling {n + 1}: {self.words()[:50]}",
                text=self.words(),
                area=self.one(FocusArea, n),
                track=self.one(Track, n),
                effects=[self.one(Effect, n), self.one(Effect, n + 1)],
                units=[self.one(PlanUnit, n)],
                owner=self.owners[n % len(self.owners)],
                first=_day(began),
                stage=stages[n % len(stages)],
                lives="i_brug",
            )
        for n, action in enumerate(self.rows[Action]):
            ago = 20 + n % 160
            report = {"on": _day(ago), "since": self.words(), "now": self.words(), "following": self.words()}
            self.add(Report, ago=ago, action=action, by=self.user.name, **report)
            if n % 4 == 0:
                self.add(Dependency, action=action, other=self.one(Action, n + 1))
            if n % 5 == 0:
                judged = {"verdict": "behold", "effect_seen": self.words(), "evidence": self.words()}
                self.add(Evaluation, action=action, on=_day(ago), by=self.user.name, **judged)
        # The one that is opened: ten years of its owner's telling.
        for n in range(self.size.actions // 25):
            told = {"on": _day(180 * n), "now": self.words(), "by": self.user.name}
            self.add(Report, ago=180 * n + 1, action=self.rows[Action][0], **told)

    def _goals(self) -> None:
        size = self.size
        for n in range(size.rounds):
            due = _day(3400 - n * (3300 / size.rounds))
            self.add(Round, strategy=self.strategy, kind="opfoelgning", name=f"Runde {n + 1}", due=due)
        for n in range(size.goals):
            sent = {"state": "godkendt", "first_sent_on": _day(3500), "sent_on": _day(3500), "approved_on": _day(3490)}
            told = {"goal": f"Mål {n + 1}. {self.words()}", "we_do": self.words(), "following": self.words()}
            where = {"unit": self.one(PlanUnit, n), "area": self.one(FocusArea, n // size.units)}
            indicators = [list(INDICATORS)[n % len(INDICATORS)].key]
            goal = self.add(LocalGoal, ago=3500, **where, **told, **sent, signs=self.words(), indicators=indicators)
            for held in self.rows[Round]:
                given = {"far": "paa_vej", "words": self.words(), "by": self.user.name, "on": held.due}
                self.add(RoundAnswer, round=held, goal=goal, **given)

    def _course(self) -> None:
        size = self.size
        course = self.add(Course, name="Forløbet", body="Task Forcen", first=_day(900), last=_day(200))
        Course.objects.filter(pk=course.pk).update(strategy=self.strategy)
        for n in range(max(2, size.areas - 2)):
            told = {"findings": self.words(), "far": self.words(), "remains": self.words()}
            self.add(Theme, course=course, number=n + 1, name=f"Tema {n + 1}", marker="styring", **told)
        for n in range(size.asked + size.left):
            horizon = "aabning" if n < size.asked else ("kort", "lang")[n % 2]
            actions = [self.one(Action, n), self.one(Action, n * 3)]
            given = {"number": n + 1, "text": self.words(), "horizon": horizon, "actions": actions}
            asked = self.add(Recommendation, theme=self.one(Theme, n), given_on=_day(800), due=_day(100), **given)
            self.add(Account, recommendation=asked, far=self.words(), remains=self.words(), comments=self.words())
            for state in ("udfoert", "delvist", "udestaar"):
                self.add(Activity, theme=asked.theme, recommendation=asked, text=self.words(), state=state)
            self.add(OutsideView, theme=asked.theme, recommendation=asked, by="Task Forcen", text=self.words())
        self._beside(course)

    def _beside(self, course: Course) -> None:
        for n in range(self.size.rounds):
            number = {"course": course, "number": str(n + 1), "text": self.words()}
            self.add(CourseGoal, recommendations=[self.one(Recommendation, n)], **number)
            self.add(CourseMeeting, course=course, kind="status", name=f"Statusmøde {n + 1}", on=_day(800 - n * 30))
            self.add(OutsideReview, body="Revisionen", what=self.words(), year=_TODAY.year - n, found=self.words())
        for n, area in enumerate(SelfEvaluation.Area.values):
            for moment in ("start", "slut"):
                self.add(SelfEvaluation, course=course, area=area, moment=moment, grade="nogen", words=self.words())
            if n < max(2, self.size.rounds // 4):
                review = self.add(CaseReview, course=course, name=f"Gennemgang {n + 1}", cases=12, on=_day(700 - n))
                self.add(ReviewFinding, review=review, marker="udredning", text=self.words())

    def _year(self) -> None:
        size, strategy = self.size, self.strategy
        for n in range(size.wheel):
            first = date(_TODAY.year - _YEARS, 1 + n % 12, 1 + n % 28)
            values = {"name": f"Punkt {n + 1}", "kind": "moede", "again": "aarligt", "body": "Udvalget"}
            item = self.add(WheelItem, strategy=strategy, first=first, **values)
            for year in range(_YEARS + 1):
                held = first.replace(year=first.year + year)
                # The last two weeks wait to be told of.
                if held < _day(14):
                    self.add(WheelDone, item=item, planned=held, how="holdt", on=held)
        for n in range(size.theme_meetings):
            themes = [self.one(FocusArea, n), self.one(FocusArea, n + 1)]
            told = {"practice": self.words(), "agreed": self.words(), "held": n > 0}
            on = _day(182 * n)
            meeting = self.add(ThemeMeeting, strategy=strategy, name=f"Temamøde {n}", on=on, themes=themes, **told)
            for outcome in ("valgt", "fravalgt", "aaben"):
                self.add(Option, meeting=meeting, text=self.words(), for_it=self.words(), outcome=outcome)
            where = {"unit": self.one(PlanUnit, n), "area": self.one(FocusArea, n), "title": f"Fortælling {n + 1}"}
            case = {"shows": "lykkes", "text": self.words(), "told_on": on, "state": "godkendt"}
            self.add(PracticeCase, strategy=strategy, **where, **case)

    def _learning(self) -> None:
        size, strategy = self.size, self.strategy
        for n in range(max(2, size.versions)):
            fund = self.add(Fund, strategy=strategy, year=_TODAY.year - n, amount=250_000)
            for each in range(max(2, size.areas // 2)):
                values = {"name": f"Kursus {n + 1}.{each + 1}", "stage": "afsluttet", "spent": 20_000, "fund": fund}
                self.add(
                    Training,
                    strategy=strategy,
                    area=self.one(FocusArea, each),
                    units=[self.one(PlanUnit, each)],
                    participants=self.owners[:5],
                    competence=("Signs of Safety", "FIT", "Barnets stemme")[each % 3],
                    first=_day(365 * n),
                    **values,
                )
            project = {"name": f"Projekt {n + 1}", "aim": self.words(), "first": _day(365 * n), "status": self.words()}
            tried = self.add(Project, strategy=strategy, area=self.one(FocusArea, n), **project)
            for each in range(max(2, size.areas // 2)):
                self.add(Trial, project=tried, on=_day(365 * n - each), tried=self.words(), saw=self.words())

    # --- ten years of history -----------------------------------------------------------------------------------

    def _log(self) -> None:
        lines = list(self._changes(self.size.log - PlanChange.objects.filter(strategy=self.strategy.key).count()))
        PlanChange.objects.bulk_create(lines, batch_size=2000)

    def _changes(self, number: int) -> Iterator[PlanChange]:
        """Fields of the actions and the tracks changed, evenly over the years, as ``plan.actions`` logs them."""
        stages = [str(each) for each in Action.Stage.labels]
        for n in range(max(0, number)):
            at = NOW - timedelta(days=365.25 * _YEARS * (n + 1) / number)
            row = self.one(Track, n) if n % 40 == 0 else self.one(Action, n * 7)
            field = "number" if isinstance(row, Track) else ("stage", "lives", "number", "text", "last")[n % 5]
            before, after = stages[n % 5], stages[(n + 1) % 5]
            yield self._line(row, field, at=at, before=before, after=after)

    def _line(self, row: PlanRow, field: str, *, at: datetime, before: str, after: str) -> PlanChange:
        return PlanChange(
            at=at,
            day=at.date(),
            by_name=self.user.name,
            by_username=self.user.username,
            act=PlanChange.Act.CHANGED,
            strategy=self.strategy.key,
            sheet=sheet_of(type(row)).slug,
            row=row.key,
            title=told(row)[:300],
            field=field,
            label=label_of(type(row), field),
            before=before,
            after=after,
            reason=self.words(),
        )

    def _versions(self) -> None:
        for n in range(self.size.versions):
            on = _day(365 * _YEARS * (self.size.versions - n) / (self.size.versions + 1))
            decision = Decision(key=f"stor-udgave-{n + 1}", decided_by="Udvalget", on=on, reason=self.words())
            decide(self.strategy, decision, municipality=MUNICIPALITY, doing=self._doing((_TODAY - on).days))


# --- the papers -----------------------------------------------------------------------------------------------


def _papers(size: PlanSize) -> None:
    """Status papers to the committee half a year apart, all but the newest approved twice and released."""
    strategy = Strategy.objects.get(title="Den store strategi")
    unit = Unit.objects.get(name=User.objects.get(username=WRITER).posts.get().unit.name)
    for n in range(size.papers):
        until = _day(20 + 91 * n)
        asked = NewPaper(
            key=f"stor-papir-{n + 1}",
            template="halvaarsstatus",
            title=f"Halvårsstatus {n + 1}",
            unit=unit,
            omraade="social",
            strategy=strategy,
            body="Børne- og Ungeudvalget",
            meeting_on=until,
            since=until - timedelta(days=182),
            until=until,
        )
        _paper(asked, editions=0 if n == 0 else 2)


def _paper(asked: NewPaper, *, editions: int) -> None:
    writer, approver = (User.objects.get(username=each) for each in (WRITER, APPROVER))
    at = datetime.combine(asked.until, NOW.time(), NOW.tzinfo)
    doing, deciding = Doing(by=writer, at=at), Doing(by=approver, at=at)
    paper = begin(asked, municipality=MUNICIPALITY, doing=doing)
    words = {each.key: _WORDS[0] for each in TEMPLATES[asked.template].parts}
    paper = write(paper, words, seen=paper.saved, doing=doing)
    for number in range(editions):
        if number:
            open_again(Paper.objects.get(pk=paper.pk), doing=doing)
        send(Paper.objects.get(pk=paper.pk), doing=doing)
        edition = approve(Paper.objects.get(pk=paper.pk), municipality=MUNICIPALITY, doing=deciding)
    if editions:
        release(edition, doing=deciding)
