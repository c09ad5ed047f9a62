"""What passed between us and those who looked at us from outside: analysis, recommendations, our account, their view?

Whose judgement it is, is never mixed: ``Account`` and ``Activity`` are ours, ``OutsideView`` is theirs.
"""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint

from pejl.indicators import Marker as Quality
from pejl.web.plan.models.row import PlanRow
from pejl.web.plan.models.steps import Action
from pejl.web.plan.models.strategy import Strategy


class Marker(models.TextChoices):
    """The four markers for quality in casework, and the theme laid on top (practice.md a)."""

    STYRING = Quality.STYRING.value, Quality.STYRING.danish
    UDREDNING = Quality.UDREDNING.value, Quality.UDREDNING.danish
    VALG = Quality.VALG.value, Quality.VALG.danish
    OPFOELGNING = Quality.OPFOELGNING.value, Quality.OPFOELGNING.danish
    INDDRAGELSE = Quality.INDDRAGELSE.value, Quality.INDDRAGELSE.danish


class Course(PlanRow):
    """A course with an outside body, or a single review."""

    name = models.CharField("Navn", max_length=200)
    body = models.CharField("Med hvem", max_length=300)
    first = models.DateField("Begyndte", null=True, blank=True)
    last = models.DateField("Sluttede", null=True, blank=True)
    period_words = models.CharField("Tid, som papiret skriver den", max_length=300, blank=True)
    strategy = models.ForeignKey(
        Strategy, on_delete=models.PROTECT, null=True, blank=True, related_name="courses", verbose_name="Strategi"
    )
    # The opening analysis (B2).
    analysed_words = models.CharField("Analysen", max_length=300, blank=True, help_text="Hvornår, og hvornår fremlagt.")
    analysis_sources = models.TextField("Analysens kilder", blank=True)
    analysis_cases = models.PositiveSmallIntegerField("Gennemgåede sager", null=True, blank=True)
    # The closing summary (B10).
    summary = models.TextField("Sammenfatning", blank=True)
    remaining = models.TextField("Udestående hovedindsatser", blank=True, help_text="En på hver linje.")
    closing = models.TextField("Afsluttende bemærkninger", blank=True)
    # The plan its new recommendations became (B16); set once, by the act that makes it.
    next_plan = models.ForeignKey(
        Strategy, on_delete=models.PROTECT, null=True, blank=True, related_name="made_from", verbose_name="Næste plan"
    )
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.name

    @property
    def remaining_lines(self) -> list[str]:
        """The remaining main efforts, one by one."""
        return [line.strip() for line in self.remaining.splitlines() if line.strip()]


class Theme(PlanRow):
    """A theme of the analysis."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="themes")
    number = models.PositiveSmallIntegerField("Nummer", default=1)
    name = models.CharField("Tema", max_length=200)
    marker = models.CharField("Kapitel", max_length=12, choices=Marker.choices)
    findings = models.TextField("Analysens fund", blank=True)
    # The account's own parts for the theme as a whole (B7).
    purpose = models.TextField("Formål", blank=True)
    far = models.TextField("Hvor langt er vi, og hvad betød det for kvaliteten", blank=True)
    remains = models.TextField("Det, der mangler, og planen for det", blank=True)
    comments = models.TextField("Bemærkninger", blank=True)

    def __str__(self) -> str:
        return self.name


class Recommendation(PlanRow):
    """One recommendation, at the start or at the end of a course."""

    class Horizon(models.TextChoices):
        """When it is meant to be done (B15); the lengths are the report's."""

        AABNING = "aabning", "Fra den indledende analyse"
        KORT = "kort", "Kort sigt (et halvt år)"
        LANG = "lang", "Lang sigt (et til to år)"

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="recommendations", verbose_name="Tema")
    number = models.PositiveSmallIntegerField("Nummer", default=1)
    problem = models.CharField("Problemet, kort", max_length=200, blank=True)
    text = models.TextField("Anbefaling")
    horizon = models.CharField("Sigte", max_length=10, choices=Horizon.choices, default=Horizon.AABNING)
    given_on = models.DateField("Givet den", null=True, blank=True)
    # Computed from the horizon when it is given; may be moved with a reason.
    due_from = models.DateField("Ventes tidligst", null=True, blank=True)
    due = models.DateField("Ventes senest", null=True, blank=True)
    # The same under another theme: answered once (B4).
    same_as = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="repeated", verbose_name="Samme som"
    )
    urgent = models.BooleanField("Haster", default=False)
    actions = models.ManyToManyField(Action, blank=True, related_name="recommendations", verbose_name="Blev til")
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.text


class Account(PlanRow):
    """Our answer to one recommendation (B7); it may refer to another answer instead of repeating it (B8)."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="accounts")
    purpose = models.TextField("Formål", blank=True)
    far = models.TextField("Hvor langt, og hvad betød det for kvaliteten", blank=True)
    remains = models.TextField("Det, der mangler, og planen for det", blank=True)
    comments = models.TextField("Bemærkninger", blank=True)
    refers_to = models.ForeignKey(
        Recommendation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="answered_for",
        verbose_name="Se svaret på",
    )

    class Meta:
        """One answer to each; one that was taken out makes room for another."""

        constraints = (
            UniqueConstraint(
                fields=("recommendation",), condition=models.Q(removed_at__isnull=True), name="account_once"
            ),
        )

    def __str__(self) -> str:
        return f"Svar på: {self.recommendation}"


class Activity(PlanRow):
    """Something we did to answer a recommendation, or a theme as a whole (B9)."""

    class State(models.TextChoices):
        """Kept for each activity, never for the whole at once (X16)."""

        UDFOERT = "udfoert", "Udført"
        DELVIST = "delvist", "Delvist udført"
        UDESTAAR = "udestaar", "Udestår"
        UVIST = "uvist", "Ikke oplyst"  # the paper names it and does not say how far it is

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="activities", verbose_name="Tema")
    recommendation = models.ForeignKey(
        Recommendation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="Anbefaling",
    )
    number = models.PositiveSmallIntegerField("Nummer", default=1)
    text = models.TextField("Aktivitet")
    state = models.CharField("Tilstand", max_length=10, choices=State.choices, default=State.UDESTAAR)
    note = models.TextField("Note", blank=True)

    def __str__(self) -> str:
        return self.text


class OutsideView(PlanRow):
    """What they judged, of a theme or one recommendation. Theirs, beside ours."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="outside_views", verbose_name="Tema")
    recommendation = models.ForeignKey(
        Recommendation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="outside_views",
        verbose_name="Anbefaling",
    )
    by = models.CharField("Hvem vurderer", max_length=200)
    on = models.DateField("Dag", null=True, blank=True)
    text = models.TextField("Vurdering")
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.by} om {self.theme}"


class CourseGoal(PlanRow):
    """A goal or sub-goal of the development plan, tied to recommendations (B6)."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="goals")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="below", verbose_name="Delmål af"
    )
    number = models.CharField("Nummer", max_length=10)
    text = models.TextField("Mål")
    recommendations = models.ManyToManyField(Recommendation, blank=True, related_name="goals", verbose_name="Svarer på")
    state = models.CharField("Tilstand", max_length=10, choices=Activity.State.choices, default=Activity.State.UDESTAAR)

    def __str__(self) -> str:
        return f"{self.number} {self.text}"


class SelfEvaluation(PlanRow):
    """How we found ourselves at the start or the end, on one of five areas (B11). The papers give no scale."""

    class Area(models.TextChoices):
        """The five areas of the Task Force's course."""

        TILSYN = "tilsyn", "Ledelsestilsyn"
        LEDELSESINFORMATION = "ledelsesinformation", "Ledelsesinformation"
        ARBEJDSGANGE = "arbejdsgange", "Standarder og arbejdsgange"
        SPARRING = "sparring", "Rammer for sparring"
        VIDEN = "viden", "Medarbejdernes viden"

    class Moment(models.TextChoices):
        """When."""

        START = "start", "Ved begyndelsen"
        SLUT = "slut", "Ved slutningen"

    class Grade(models.TextChoices):
        """Ours: the national scale of quality questions, since the seeds give none."""

        LAV = "lav", "I lav grad"
        NOGEN = "nogen", "I nogen grad"
        HOEJ = "hoej", "I høj grad"

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="self_evaluations")
    area = models.CharField("Område", max_length=20, choices=Area.choices)
    moment = models.CharField("Hvornår", max_length=6, choices=Moment.choices)
    grade = models.CharField("Grad", max_length=6, choices=Grade.choices, blank=True)
    words = models.TextField("Med ord", blank=True)
    on = models.DateField("Dag", null=True, blank=True)
    source = models.CharField("Kilde", max_length=300, blank=True)

    class Meta:
        """Each area once at each moment."""

        constraints = (
            UniqueConstraint(
                fields=("course", "area", "moment"), condition=models.Q(removed_at__isnull=True), name="self_eval_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_area_display()}, {self.get_moment_display().lower()}"


class CourseMeeting(PlanRow):
    """A meeting, day or course on the way (B14)."""

    class Kind(models.TextChoices):
        """What kind."""

        STATUS = "status", "Statusmøde"
        VIRTUELT = "virtuelt", "Virtuelt møde"
        LAERING = "laering", "Læringsdag"
        WORKSHOP = "workshop", "Workshop"
        KURSUS = "kursus", "Kursus"
        HOERING = "hoering", "Materiale i høring"

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField("Slags", max_length=10, choices=Kind.choices)
    name = models.CharField("Navn", max_length=200)
    on = models.DateField("Dag", null=True, blank=True)
    when_words = models.CharField("Tid, som papiret skriver den", max_length=300, blank=True)
    with_review = models.BooleanField("Med sagsgennemgang", default=False)
    note = models.TextField("Note", blank=True)
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.name


class CaseReview(PlanRow):
    """Others read some of our cases: how many, when, and what they found by marker (B13). No case is named."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="reviews")
    name = models.CharField("Navn", max_length=200)
    on = models.DateField("Dag", null=True, blank=True)
    when_words = models.CharField("Tid, som papiret skriver den", max_length=200, blank=True)
    cases = models.PositiveSmallIntegerField("Antal sager")
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.name


class ReviewFinding(PlanRow):
    """What a review found under a marker, and what we did about it (B19)."""

    review = models.ForeignKey(CaseReview, on_delete=models.PROTECT, related_name="findings")
    marker = models.CharField("Kapitel", max_length=12, choices=Marker.choices)
    text = models.TextField("Fund")
    followed_by = models.CharField("Fulgt op med", max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.get_marker_display()}: {self.text}"


class OutsideReview(PlanRow):
    """One line in the history of everybody who has looked at us from outside (B18)."""

    body = models.CharField("Hvem", max_length=200)
    what = models.CharField("Hvad", max_length=300)
    on = models.DateField("Dag", null=True, blank=True)
    year = models.PositiveSmallIntegerField("År")
    when_words = models.CharField("Tid, som papiret skriver den", max_length=200, blank=True)
    found = models.TextField("Fund", blank=True)
    followed_by = models.TextField("Fulgt op med", blank=True)
    course = models.ForeignKey(
        Course, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Forløb"
    )
    source = models.CharField("Kilde", max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.body}: {self.what}"


class Wording(PlanRow):
    """How one paper, or one place in it, tells something the papers do not agree on. All are kept; none is chosen."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="wordings")
    about = models.CharField("Hvad det handler om", max_length=200)
    says = models.TextField("Det står der")
    source = models.CharField("Hvor det står", max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.about}: {self.says}"
