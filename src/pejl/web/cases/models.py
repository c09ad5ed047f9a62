"""Which rows does the case record keep?

``EventRow`` is the ledger and is only added to; ``DeadlineRow`` and ``Spell`` are worked out from it and may be thrown
away and made again at any time (``bridge.py``). Names, CPR numbers and addresses live in ``Child`` and ``Relative``
and nowhere else.
"""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from pejl.web.access.models import Case, Unit, new_key


class Family(models.Model):
    """Children who live together; figures about families count these."""


class Child(models.Model):
    """The child a case is about. An unborn child: the expecting mother's name, and no day of birth."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="child")
    family = models.ForeignKey(Family, on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    name = models.CharField("Navn", max_length=200)
    # Danish order (æ, ø, å last, aa as å), which neither database has by itself.
    name_sort = models.CharField(max_length=250, db_index=True, editable=False)
    born = models.DateField("Født", null=True, blank=True)
    cpr = models.BinaryField("CPR-nummer, krypteret", default=b"", blank=True)
    address = models.CharField("Adresse", max_length=300, blank=True)
    address_protected = models.BooleanField("Beskyttet adresse", default=False)
    lives_with = models.CharField("Bor hos", max_length=200, blank=True)
    interpreter = models.CharField("Tolk", max_length=100, blank=True)
    # A keyed mark of the CPR number, so that the same child can be found; not unique, for that would tell.
    cpr_mark = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    # Somebody was told about a child nobody has named yet: »dreng ca. 8, Skolegade«.
    unsettled = models.BooleanField("Barnet er ikke identificeret endnu", default=False)
    described = models.CharField("Det, der vides om barnet", max_length=300, blank=True)
    # Of an unborn child: the day it is expected. The case is the expecting mother's until the birth.
    expected = models.DateField("Ventes født", null=True, blank=True)
    siblings = models.ManyToManyField("self", through="Sibling", symmetrical=False, blank=True)


class Sibling(models.Model):
    """Two children with a parent in common; both ways are written."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="sibling_rows")
    other = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="+")
    half = models.BooleanField("Halvsøskende", default=False)

    class Meta:
        """Once a pair and way."""

        constraints = (UniqueConstraint(fields=("child", "other"), name="sibling_once"),)


class Relative(models.Model):
    """A grown-up of the child's: parent, holder of custody, other."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="relatives")
    name = models.CharField("Navn", max_length=200)
    relation = models.CharField("Relation", max_length=100)
    custody = models.BooleanField("Har forældremyndighed", default=False)
    lives_with_child = models.BooleanField("Barnet bor her", default=False)
    phone = models.CharField("Telefon", max_length=40, blank=True)
    address_protected = models.BooleanField("Beskyttet adresse", default=False)
    interpreter = models.CharField("Tolk", max_length=100, blank=True)
    do_not_contact = models.BooleanField("Må ikke kontaktes", default=False)
    do_not_contact_why = models.CharField("Hvorfor ikke", max_length=300, blank=True)


class NetworkPerson(models.Model):
    """Somebody in the child's private or professional network, and what each can be used for (F4, F5)."""

    class Circle(models.TextChoices):
        """Which network."""

        PRIVAT = "privat", "Privat netværk"
        PROFESSIONEL = "professionel", "Professionelt netværk"

    class Near(models.IntegerChoices):
        """How near to the child, as the child says it."""

        TAET = 1, "Tæt på"
        MIDT = 2, "Et stykke væk"
        FJERN = 3, "Længere væk"

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="network")
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    name = models.CharField("Navn", max_length=200)
    relation = models.CharField("Hvem er det for barnet", max_length=100)
    circle = models.CharField("Netværk", max_length=20, choices=Circle.choices)
    near = models.PositiveSmallIntegerField("Hvor tæt på", choices=Near.choices, default=Near.MIDT)
    good_for = models.CharField("Kan bruges til", max_length=500, blank=True)
    kept_how = models.CharField("Sådan holdes kontakten", max_length=500, blank=True)
    child_says = models.CharField("Det siger barnet om det", max_length=500, blank=True)
    contact = models.CharField("Telefon eller mail", max_length=200, blank=True)
    first = models.DateField("På kortet fra")
    last = models.DateField("Til og med", null=True, blank=True)


class SentLetter(models.Model):
    """A letter as it was sent: the words and the file. Never changed; a wrong letter is followed by a new one."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="sent_letters")
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    # The event that tells of it, so that a letter taken back is told as such.
    event_id = models.CharField(max_length=60, unique=True)
    template = models.CharField(max_length=60)
    template_version = models.CharField(max_length=60, blank=True)
    reader = models.CharField(max_length=20)
    to_name = models.CharField("Til", max_length=200)
    subject = models.CharField("Emne", max_length=200)
    body = models.TextField("Brevet")
    pdf = models.BinaryField("Som sendt")
    sent_at = models.DateTimeField("Sendt")
    sent_by = models.CharField("Sendt af", max_length=200)


class Competence(models.Model):
    """Who may grant what, from a day on (own competence, C19). Only added to: that is its history."""

    measure = models.CharField("Paragraf", max_length=60)
    # The lowest role that may grant it: a role's key, »visitationsudvalg« or »boerneudvalg«.
    decides = models.CharField("Må bevilges af", max_length=30)
    visitation_first = models.BooleanField("Skal i visitationsudvalg først", default=False)
    first = models.DateField("Gælder fra")
    decided_by = models.CharField("Besluttet af", max_length=200)
    decided_at = models.DateTimeField("Registreret")
    reason = models.CharField("Begrundelse", max_length=500)

    class Meta:
        """One answer a day."""

        constraints = (UniqueConstraint(fields=("measure", "first"), name="competence_once_a_day"),)


class Batch(models.Model):
    """One list that was uploaded: tried, taken in, perhaps taken back. What came of it stays; the file does not."""

    class State(models.TextChoices):
        """How far it has come."""

        TRIED = "proevet", "Prøvet, ikke læst ind"
        REFUSED = "afvist", "Afvist"
        TAKEN_IN = "laest_ind", "Læst ind"
        TAKEN_BACK = "taget_tilbage", "Taget tilbage"

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    state = models.CharField(max_length=20, choices=State.choices)
    source = models.CharField("Kilde", max_length=100, blank=True)
    mapping = models.CharField("Mapping", max_length=200)
    file_name = models.CharField("Filens navn", max_length=200)
    file_hash = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=100, blank=True)  # in PEJL_DATA/uploads; empty once deleted
    uploaded_at = models.DateTimeField("Lagt op")
    uploaded_by = models.CharField("Lagt op af", max_length=200)
    recorded_at = models.DateTimeField("Læst ind", null=True, blank=True)
    recorded_by = models.CharField("Læst ind af", max_length=200, blank=True)
    taken_back_at = models.DateTimeField("Taget tilbage", null=True, blank=True)
    taken_back_by = models.CharField("Taget tilbage af", max_length=200, blank=True)
    files_deleted_at = models.DateTimeField("Fil og afviste rækker slettet", null=True, blank=True)
    refusal = models.TextField("Hvorfor afvist", blank=True)
    counts = models.JSONField(default=list)  # of each list: read, doubles, rejected …
    # The kinds of event that the source delivers, and from which day; the last day in the pull.
    covers = models.JSONField(default=list)
    pulled = models.DateField("Trukket til og med", null=True, blank=True)
    new_events = models.PositiveIntegerField(default=0)
    new_cases = models.PositiveIntegerField(default=0)
    corrections = models.PositiveIntegerField(default=0)
    joined = models.PositiveIntegerField(default=0)  # events that had been registered by hand already
    # What it takes to take the batch back: the cases it made and wrote in, the teams it moved cases between.
    traces = models.JSONField(default=dict)
    taken_back_why = models.CharField("Hvorfor taget tilbage", max_length=500, blank=True)
    removed = models.JSONField(default=dict)  # what taking back removed, and what of people's stayed
    # The ledger as it was when the file was tried: taken in only if it still is.
    ledger_mark = models.CharField(max_length=64, blank=True)


class Reject(models.Model):
    """One row of a list that could not be used, as long as the uploads are kept."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="rejects")
    kind = models.CharField(max_length=20)
    sheet = models.CharField(max_length=200)
    row = models.PositiveIntegerField(null=True)
    row_key = models.CharField(max_length=200, blank=True)
    column = models.CharField(max_length=200, blank=True)
    value = models.CharField(max_length=500, blank=True)
    reason = models.TextField()


class EventRow(models.Model):
    """One event of the ledger. Only added to; a mistake is put right by a new event (``rettelse``)."""

    # The ledger's id: what a list gives is the same each time it is pulled.
    event_id = models.CharField(max_length=60, unique=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="events")  # null: of a source
    thread_id = models.CharField(max_length=120, blank=True)
    shared_id = models.CharField(max_length=60, blank=True)
    kind = models.CharField(
        max_length=40
    )  # one of ``events.KINDS``; checked there, so that a new one needs no migration
    day = models.DateField()
    at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField(db_index=True)
    source = models.CharField(max_length=100)
    done_by = models.CharField(max_length=60, blank=True)
    recorded_by = models.CharField(max_length=60, blank=True)
    fields = models.JSONField(default=dict)  # made into words by bridge.py alone; a query may look one key up
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, null=True, related_name="events")
    # What was written on the wrong child: kept, and opened only by named people.
    sealed = models.BooleanField(default=False)

    class Meta:
        """Read by case, in the order of the ledger; counted by kind."""

        indexes = (
            Index(fields=("case", "day")),
            Index(fields=("source", "kind")),
            Index(fields=("kind", "day")),
            # A few kinds of some cases, and whether one was told after a moment: answered by the index alone.
            Index(fields=("case", "kind", "recorded_at", "sealed"), name="event_of_kind"),
        )


class SecondSource(models.Model):
    """The same event was also told by another source; the one in ``event`` is the one that counts."""

    event = models.ForeignKey(EventRow, on_delete=models.CASCADE, related_name="second_sources")
    other = models.ForeignKey(EventRow, on_delete=models.CASCADE, related_name="+")


class DeadlineRow(models.Model):
    """One duty of one case, worked out from its events. The status follows from the moment asked about."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="deadlines")
    # The same as long as the duty is: for addresses, where a row's number would change.
    mark = models.CharField(max_length=16)
    thread_id = models.CharField(max_length=120, blank=True)
    rule = models.CharField(max_length=60)
    rule_version = models.CharField(max_length=40)
    falls_on = models.CharField(max_length=30)
    starts_event = models.CharField(max_length=60)
    starts_at = models.DateTimeField(null=True)
    warn_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    met_event = models.CharField(max_length=60, blank=True)
    met_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    excused_reason = models.TextField(blank=True)
    # One of the core's reasons (tables.Unknown): a new one needs no migration.
    unknown_reason = models.CharField(max_length=30, blank=True)
    force = models.CharField(max_length=10)
    # For figures: the month of the start, the notifier of the event that started it, whose it was when due.
    month = models.CharField(max_length=7, blank=True)
    notifier = models.CharField(max_length=30, blank=True)
    team_at_due = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, related_name="+")
    adviser_at_due = models.CharField(max_length=20, blank=True)

    class Meta:
        """Asked of by case, and counted by rule."""

        constraints = (UniqueConstraint(fields=("case", "mark"), name="deadline_mark_once"),)
        indexes = (
            Index(fields=("rule", "case")),
            Index(fields=("falls_on", "due_at")),
            # A day's work is looked for among the few that wait, not among all that ever were.
            Index(
                fields=("falls_on", "case"),
                condition=Q(met_at__isnull=True, excused_reason=""),
                name="deadline_waiting",
            ),
            # Of closed cases, which are most, only a few rules go on; which, the index tells alone.
            Index(
                fields=("falls_on", "rule", "case", "due_at", "stopped_at", "met_at", "excused_reason"),
                condition=Q(met_at__isnull=True, excused_reason=""),
                name="deadline_waiting_by_rule",
            ),
        )


class Spell(models.Model):
    """An adviser had the case from one day to another; worked out from the events."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="spells")
    initials = models.CharField(max_length=60)
    first = models.DateField()
    last = models.DateField(null=True)  # null: still
    ended_why = models.CharField(max_length=30, blank=True)

    class Meta:
        """In order."""

        indexes = (Index(fields=("initials", "first")), Index(fields=("case", "first")))


class FormToken(models.Model):
    """A form that has been sent: sent again, it gives the same event and not another."""

    token = models.CharField(max_length=64, primary_key=True)
    used_at = models.DateTimeField()
    event_id = models.CharField(max_length=60)


class LocalNumber(models.Model):
    """The municipality's own number for a local goal, from a day on. Only added to: that is its history."""

    rule = models.CharField("Regel", max_length=60)
    number = models.PositiveIntegerField("Antal dage")
    first = models.DateField("Gælder fra")
    decided_by = models.CharField("Besluttet af", max_length=200)
    decided_at = models.DateTimeField("Registreret")
    reason = models.CharField("Begrundelse", max_length=500)

    class Meta:
        """One number a day."""

        constraints = (
            UniqueConstraint(fields=("rule", "first"), name="local_number_once_a_day"),
            CheckConstraint(condition=Q(number__gte=1) & Q(number__lte=365), name="local_number_in_reach"),
        )


class Marking(models.Model):
    """A person has said of a probable registration fault that it is being mended in the case system."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="markings")
    fault = models.CharField(max_length=120)  # the kind of fault and the event, as cleanup.py names them
    said = models.CharField(max_length=20, choices=[("rettes", "Rettes i fagsystemet"), ("er_rigtigt", "Er rigtigt")])
    said_by = models.CharField(max_length=200)
    said_at = models.DateTimeField()

    class Meta:
        """One answer to each."""

        constraints = (UniqueConstraint(fields=("case", "fault"), name="marking_once"),)
