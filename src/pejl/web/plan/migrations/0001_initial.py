"""Where are strategies, actions, goals, courses and all that belongs to them kept, with what each field was?"""

import django.db.models.deletion
import pejl.web.access.models
import pejl.web.plan.models.year
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0005_ungekreds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Course",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("name", models.CharField(max_length=200, verbose_name="Navn")),
                ("body", models.CharField(max_length=300, verbose_name="Med hvem")),
                ("first", models.DateField(blank=True, null=True, verbose_name="Begyndte")),
                ("last", models.DateField(blank=True, null=True, verbose_name="Sluttede")),
                (
                    "period_words",
                    models.CharField(blank=True, max_length=300, verbose_name="Tid, som papiret skriver den"),
                ),
                (
                    "analysed_words",
                    models.CharField(
                        blank=True, help_text="Hvornår, og hvornår fremlagt.", max_length=300, verbose_name="Analysen"
                    ),
                ),
                ("analysis_sources", models.TextField(blank=True, verbose_name="Analysens kilder")),
                (
                    "analysis_cases",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Gennemgåede sager"),
                ),
                ("summary", models.TextField(blank=True, verbose_name="Sammenfatning")),
                (
                    "remaining",
                    models.TextField(
                        blank=True, help_text="En på hver linje.", verbose_name="Udestående hovedindsatser"
                    ),
                ),
                ("closing", models.TextField(blank=True, verbose_name="Afsluttende bemærkninger")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Effect",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                (
                    "level",
                    models.CharField(
                        choices=[("borger", "Borgerrettet"), ("organisation", "Organisationsrettet")],
                        max_length=14,
                        verbose_name="Niveau",
                    ),
                ),
                ("text", models.TextField(verbose_name="Ønsket effekt")),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="Nummer")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FocusArea",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="Nummer")),
                ("name", models.CharField(max_length=200, verbose_name="Navn")),
                (
                    "family",
                    models.CharField(
                        blank=True,
                        choices=[("borger", "Borgerrettet"), ("organisation", "Organisationsrettet")],
                        max_length=14,
                        verbose_name="Borger eller organisation",
                    ),
                ),
                (
                    "vision",
                    models.TextField(blank=True, help_text="Én sætning, som den er besluttet.", verbose_name="Vision"),
                ),
                ("purpose", models.TextField(blank=True, verbose_name="Formål")),
                ("reasoning", models.TextField(blank=True, verbose_name="Begrundelse for området")),
                ("added_on", models.DateField(blank=True, null=True, verbose_name="Kom med den")),
                ("focus_from", models.DateField(blank=True, null=True, verbose_name="Særligt fokus fra")),
                ("focus_to", models.DateField(blank=True, null=True, verbose_name="Særligt fokus til")),
                ("order_words", models.CharField(blank=True, max_length=300, verbose_name="Note om rækkefølgen")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OutsideGoal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                (
                    "body",
                    models.CharField(
                        help_text="Fx partnerskabets navn.", max_length=200, verbose_name="Hvem har sat målet"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="Nummer")),
                ("text", models.TextField(verbose_name="Målet")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="Prioritet")),
                ("name", models.CharField(max_length=300, verbose_name="Handling")),
                ("text", models.TextField(blank=True, verbose_name="Beskrivelse")),
                ("profession", models.CharField(blank=True, max_length=120, verbose_name="Fagligt område")),
                (
                    "owner_words",
                    models.CharField(blank=True, max_length=200, verbose_name="Ansvarlig, når det ikke er en bruger"),
                ),
                ("first", models.DateField(blank=True, null=True, verbose_name="Begynder")),
                ("last", models.DateField(blank=True, null=True, verbose_name="Slutter")),
                (
                    "when_words",
                    models.CharField(blank=True, max_length=200, verbose_name="Tid, som papiret skriver den"),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("planlagt", "Planlagt"),
                            ("i_gang", "I gang"),
                            ("i_drift", "I drift"),
                            ("paa_hold", "På hold"),
                            ("stoppet", "Stoppet"),
                        ],
                        default="planlagt",
                        max_length=10,
                        verbose_name="Stadie",
                    ),
                ),
                (
                    "lives",
                    models.CharField(
                        choices=[
                            ("intet", "Ikke begyndt"),
                            ("skrevet", "Skrevet"),
                            ("fremlagt", "Fremlagt"),
                            ("i_brug", "I brug"),
                            ("rutine", "Rutine"),
                        ],
                        default="intet",
                        max_length=10,
                        verbose_name="I praksis",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("task_force", "Task Force"),
                            ("konsulent", "Konsulenter"),
                            ("revision", "Revision"),
                            ("politik", "Politisk beslutning"),
                            ("lov", "Ny lov"),
                            ("projekt", "Projekt"),
                            ("tilsyn", "Ledelsestilsyn"),
                            ("egen", "Eget initiativ"),
                        ],
                        default="egen",
                        max_length=12,
                        verbose_name="Kommer fra",
                    ),
                ),
                ("origin_words", models.CharField(blank=True, max_length=200, verbose_name="Hvilken")),
                ("hold_reason", models.CharField(blank=True, max_length=500, verbose_name="På hold, fordi")),
                ("hold_since", models.DateField(blank=True, null=True, verbose_name="På hold siden")),
                ("hold_by", models.CharField(blank=True, max_length=200, verbose_name="Sat på hold af")),
                ("hold_until", models.CharField(blank=True, max_length=300, verbose_name="Går i gang igen, når")),
                ("handed_on", models.DateField(blank=True, null=True, verbose_name="Overgik til drift")),
                ("left_behind", models.TextField(blank=True, verbose_name="Det, projektet efterlod")),
                ("kept_by", models.CharField(blank=True, max_length=200, verbose_name="Holdes i live af")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="plan_actions",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Ansvarlig",
                    ),
                ),
                (
                    "effects",
                    models.ManyToManyField(
                        blank=True, related_name="actions", to="plan.effect", verbose_name="Skal kunne ses som"
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="plan.focusarea",
                        verbose_name="Fokusområde",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CaseReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("name", models.CharField(max_length=200, verbose_name="Navn")),
                ("on", models.DateField(blank=True, null=True, verbose_name="Dag")),
                (
                    "when_words",
                    models.CharField(blank=True, max_length=200, verbose_name="Tid, som papiret skriver den"),
                ),
                ("cases", models.PositiveSmallIntegerField(verbose_name="Antal sager")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="plan.course"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CourseMeeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("status", "Statusmøde"),
                            ("virtuelt", "Virtuelt møde"),
                            ("laering", "Læringsdag"),
                            ("workshop", "Workshop"),
                            ("kursus", "Kursus"),
                            ("hoering", "Materiale i høring"),
                        ],
                        max_length=10,
                        verbose_name="Slags",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="Navn")),
                ("on", models.DateField(blank=True, null=True, verbose_name="Dag")),
                (
                    "when_words",
                    models.CharField(blank=True, max_length=300, verbose_name="Tid, som papiret skriver den"),
                ),
                ("with_review", models.BooleanField(default=False, verbose_name="Med sagsgennemgang")),
                ("note", models.TextField(blank=True, verbose_name="Note")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="plan.course"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Dependency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("what", models.CharField(blank=True, max_length=300, verbose_name="Noget, der skal ske")),
                ("expected", models.DateField(blank=True, null=True, verbose_name="Ventes den")),
                ("happened_on", models.DateField(blank=True, null=True, verbose_name="Skete den")),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="waits_for", to="plan.action"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holds_up",
                        to="plan.action",
                        verbose_name="En anden handling",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Evaluation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("on", models.DateField(verbose_name="Dag")),
                (
                    "verdict",
                    models.CharField(
                        choices=[("behold", "Behold"), ("juster", "Justér"), ("stop", "Stop")],
                        max_length=8,
                        verbose_name="Beslutning",
                    ),
                ),
                ("effect_seen", models.TextField(verbose_name="Kom effekten?")),
                ("evidence", models.TextField(verbose_name="Det bygger vi på")),
                ("by", models.CharField(max_length=200, verbose_name="Af")),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evaluations", to="plan.action"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("indikator", "Nøgletal"),
                            ("tilsyn", "Spørgsmål i ledelsestilsyn"),
                            ("planmaal", "Mål i børnenes planer"),
                            ("oplevelse", "Oplevelser"),
                            ("cases", "Virkelighedsnære cases"),
                        ],
                        max_length=12,
                        verbose_name="Ses ved",
                    ),
                ),
                ("subject", models.CharField(blank=True, max_length=120, verbose_name="Hvilket nøgletal")),
                (
                    "question",
                    models.CharField(blank=True, max_length=300, verbose_name="Hvilket spørgsmål i ledelsestilsyn"),
                ),
                (
                    "who",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("barn", "Børn"),
                            ("ung", "Unge"),
                            ("foraelder", "Forældre"),
                            ("partner", "Samarbejdspartnere"),
                            ("medarbejder", "Medarbejdere"),
                        ],
                        max_length=12,
                        verbose_name="Hvis oplevelse",
                    ),
                ),
                ("expected", models.CharField(blank=True, max_length=300, verbose_name="Det, vi venter at se")),
                ("expected_by", models.DateField(blank=True, null=True, verbose_name="Senest den")),
                (
                    "effect",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="plan.effect"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Experience",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                (
                    "who",
                    models.CharField(
                        choices=[
                            ("barn", "Børn"),
                            ("ung", "Unge"),
                            ("foraelder", "Forældre"),
                            ("partner", "Samarbejdspartnere"),
                            ("medarbejder", "Medarbejdere"),
                        ],
                        max_length=12,
                        verbose_name="Hvem fortalte",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("spoergsmaal", "Korte spørgsmål"),
                            ("interview", "Interview"),
                            ("observation", "Observation"),
                        ],
                        max_length=12,
                        verbose_name="Hvordan",
                    ),
                ),
                ("on", models.DateField(verbose_name="Dag")),
                ("question", models.CharField(blank=True, max_length=300, verbose_name="Spørgsmålet")),
                ("asked", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Spurgt")),
                ("answered", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Svarede")),
                (
                    "agreed",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Svarede ja eller enig"),
                ),
                (
                    "words",
                    models.TextField(
                        blank=True, help_text="Ingen navne, steder eller datoer.", verbose_name="Det, de fortalte"
                    ),
                ),
                (
                    "effect",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="experiences", to="plan.effect"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="effect",
            name="area",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="effects", to="plan.focusarea"
            ),
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("on", models.DateField(verbose_name="Dag")),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("naaet", "Nået"),
                            ("delvist", "Delvist nået"),
                            ("ikke", "Ikke nået"),
                            ("uvist", "Vides ikke"),
                        ],
                        max_length=10,
                        verbose_name="Vurdering",
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        help_text="Hvad bygger vurderingen på, og hvad ved vi ikke?", verbose_name="Begrundelse"
                    ),
                ),
                ("by", models.CharField(max_length=200, verbose_name="Vurderet af")),
                (
                    "effect",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="judgements", to="plan.effect"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OutsideReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("body", models.CharField(max_length=200, verbose_name="Hvem")),
                ("what", models.CharField(max_length=300, verbose_name="Hvad")),
                ("on", models.DateField(blank=True, null=True, verbose_name="Dag")),
                ("year", models.PositiveSmallIntegerField(verbose_name="År")),
                (
                    "when_words",
                    models.CharField(blank=True, max_length=200, verbose_name="Tid, som papiret skriver den"),
                ),
                ("found", models.TextField(blank=True, verbose_name="Fund")),
                ("followed_by", models.TextField(blank=True, verbose_name="Fulgt op med")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "course",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plan.course",
                        verbose_name="Forløb",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_index=True, verbose_name="Tidspunkt")),
                ("day", models.DateField(db_index=True, verbose_name="Dag")),
                ("by_name", models.CharField(max_length=200, verbose_name="Af")),
                ("by_username", models.CharField(max_length=100, verbose_name="Bruger")),
                (
                    "act",
                    models.CharField(
                        choices=[("tilfoejet", "Tilføjet"), ("aendret", "Ændret"), ("taget_ud", "Taget ud")],
                        max_length=12,
                        verbose_name="Handling",
                    ),
                ),
                ("strategy", models.CharField(blank=True, db_index=True, max_length=32)),
                ("sheet", models.CharField(max_length=40, verbose_name="Slags")),
                ("row", models.CharField(db_index=True, max_length=32)),
                ("title", models.CharField(max_length=300, verbose_name="Hvad")),
                ("field", models.CharField(blank=True, max_length=60)),
                ("label", models.CharField(blank=True, max_length=120, verbose_name="Felt")),
                ("before", models.TextField(blank=True, verbose_name="Før")),
                ("after", models.TextField(blank=True, verbose_name="Efter")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="Begrundelse")),
            ],
            options={
                "indexes": [models.Index(fields=["strategy", "day", "sheet"], name="plan_change_since")],
            },
        ),
        migrations.CreateModel(
            name="PlanUnit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("name", models.CharField(max_length=120, verbose_name="Navn")),
                (
                    "what",
                    models.CharField(
                        blank=True,
                        help_text="Fx myndighed, udfører, almenområde, udvalg.",
                        max_length=80,
                        verbose_name="Slags",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("primaer", "Primært omfattet"),
                            ("sekundaer", "Sekundært omfattet"),
                            ("udenfor", "Uden for strategien"),
                        ],
                        default="primaer",
                        max_length=12,
                        verbose_name="Omfattet",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="Rækkefølge")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="below",
                        to="plan.planunit",
                        verbose_name="Hører under",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="access.unit",
                        verbose_name="Enhed i Pejl",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LocalGoal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("goal", models.TextField(verbose_name="Målet")),
                ("we_do", models.TextField(blank=True, verbose_name="Det gør vi")),
                ("efforts", models.TextField(blank=True, verbose_name="Indsatser, der bidrager")),
                ("following", models.TextField(blank=True, verbose_name="Sådan følger vi op")),
                (
                    "signs",
                    models.TextField(
                        blank=True, help_text="Hvad venter vi at se, og hvornår?", verbose_name="Tegn på, at det lykkes"
                    ),
                ),
                ("signs_by", models.DateField(blank=True, null=True, verbose_name="Ventes set senest")),
                ("indicators", models.JSONField(blank=True, default=list, verbose_name="Nøgletal")),
                ("contract_goal", models.CharField(blank=True, max_length=200, verbose_name="Aftale- eller budgetmål")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("kladde", "Kladde"),
                            ("sendt", "Sendt ind"),
                            ("godkendt", "Godkendt"),
                            ("tilbage", "Sendt tilbage"),
                        ],
                        default="kladde",
                        max_length=10,
                        verbose_name="Tilstand",
                    ),
                ),
                ("first_sent_on", models.DateField(blank=True, null=True, verbose_name="Sendt ind første gang")),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="Sendt ind")),
                ("sent_by", models.CharField(blank=True, max_length=200, verbose_name="Sendt ind af")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="Godkendt")),
                ("approved_by", models.CharField(blank=True, max_length=200, verbose_name="Godkendt af")),
                ("sent_back_why", models.CharField(blank=True, max_length=500, verbose_name="Sendt tilbage, fordi")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="goals",
                        to="plan.focusarea",
                        verbose_name="Fokusområde",
                    ),
                ),
                (
                    "crosses",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plan.focusarea",
                        verbose_name="Krydser",
                    ),
                ),
                (
                    "outside_goals",
                    models.ManyToManyField(
                        blank=True,
                        related_name="local_goals",
                        to="plan.outsidegoal",
                        verbose_name="Svarer på mål, andre har sat",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="goals",
                        to="plan.planunit",
                        verbose_name="Enhed",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="action",
            name="units",
            field=models.ManyToManyField(
                blank=True, related_name="actions", to="plan.planunit", verbose_name="Enheder"
            ),
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="Nummer")),
                ("problem", models.CharField(blank=True, max_length=200, verbose_name="Problemet, kort")),
                ("text", models.TextField(verbose_name="Anbefaling")),
                (
                    "horizon",
                    models.CharField(
                        choices=[
                            ("aabning", "Fra den indledende analyse"),
                            ("kort", "Kort sigt (et halvt år)"),
                            ("lang", "Lang sigt (et til to år)"),
                        ],
                        default="aabning",
                        max_length=10,
                        verbose_name="Sigte",
                    ),
                ),
                ("given_on", models.DateField(blank=True, null=True, verbose_name="Givet den")),
                ("due_from", models.DateField(blank=True, null=True, verbose_name="Ventes tidligst")),
                ("due", models.DateField(blank=True, null=True, verbose_name="Ventes senest")),
                ("urgent", models.BooleanField(default=False, verbose_name="Haster")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "actions",
                    models.ManyToManyField(
                        blank=True, related_name="recommendations", to="plan.action", verbose_name="Blev til"
                    ),
                ),
                (
                    "same_as",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="repeated",
                        to="plan.recommendation",
                        verbose_name="Samme som",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CourseGoal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("number", models.CharField(max_length=10, verbose_name="Nummer")),
                ("text", models.TextField(verbose_name="Mål")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("udfoert", "Udført"),
                            ("delvist", "Delvist udført"),
                            ("udestaar", "Udestår"),
                            ("uvist", "Ikke oplyst"),
                        ],
                        default="udestaar",
                        max_length=10,
                        verbose_name="Tilstand",
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="goals", to="plan.course"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="below",
                        to="plan.coursegoal",
                        verbose_name="Delmål af",
                    ),
                ),
                (
                    "recommendations",
                    models.ManyToManyField(
                        blank=True, related_name="goals", to="plan.recommendation", verbose_name="Svarer på"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                (
                    "marker",
                    models.CharField(
                        choices=[
                            ("styring", "Styring og faglig ledelse"),
                            ("udredning", "Faglig udredning"),
                            ("valg", "Valg af indsats"),
                            ("opfoelgning", "Opfølgning"),
                            ("inddragelse", "Inddragelse"),
                        ],
                        max_length=12,
                        verbose_name="Kapitel",
                    ),
                ),
                ("text", models.TextField(verbose_name="Fund")),
                ("followed_by", models.CharField(blank=True, max_length=300, verbose_name="Fulgt op med")),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="findings", to="plan.casereview"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RollOut",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                (
                    "lives",
                    models.CharField(
                        choices=[
                            ("intet", "Ikke begyndt"),
                            ("skrevet", "Skrevet"),
                            ("fremlagt", "Fremlagt"),
                            ("i_brug", "I brug"),
                            ("rutine", "Rutine"),
                        ],
                        default="intet",
                        max_length=10,
                        verbose_name="I praksis",
                    ),
                ),
                ("on", models.DateField(blank=True, null=True, verbose_name="Dag")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="Note")),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="roll_outs", to="plan.action"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plan.planunit",
                        verbose_name="Enhed",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Strategy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("title", models.CharField(max_length=200, verbose_name="Titel")),
                ("kind", models.CharField(default="Udviklingsstrategi", max_length=60, verbose_name="Slags")),
                ("first", models.DateField(blank=True, null=True, verbose_name="Gælder fra")),
                ("last", models.DateField(blank=True, null=True, verbose_name="Gælder til og med")),
                (
                    "period_words",
                    models.CharField(blank=True, max_length=300, verbose_name="Perioden, som papiret skriver den"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("kladde", "Kladde"), ("i_kraft", "I kraft"), ("erstattet", "Erstattet")],
                        default="kladde",
                        max_length=12,
                        verbose_name="Status",
                    ),
                ),
                ("decided_by", models.CharField(blank=True, max_length=200, verbose_name="Besluttet af")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="Besluttet den")),
                ("mission", models.TextField(blank=True, verbose_name="Mission")),
                ("core_task", models.TextField(blank=True, verbose_name="Kerneopgave")),
                (
                    "purposes",
                    models.TextField(
                        blank=True, help_text="Et formål på hver linje.", verbose_name="Formål med strategien"
                    ),
                ),
                (
                    "framework",
                    models.TextField(
                        blank=True,
                        help_text="Politikker, love og rapporter, en på hver linje.",
                        verbose_name="Bygger på",
                    ),
                ),
                (
                    "focus_word",
                    models.CharField(default="Fokusområde", max_length=60, verbose_name="Ét fokusområde hedder"),
                ),
                ("focus_words", models.CharField(default="Fokusområder", max_length=60, verbose_name="Flere hedder")),
                (
                    "track_word",
                    models.CharField(default="Udviklingsspor", max_length=60, verbose_name="Ét spor hedder"),
                ),
                (
                    "track_words",
                    models.CharField(default="Udviklingsspor", max_length=60, verbose_name="Flere spor hedder"),
                ),
                ("action_word", models.CharField(default="Handling", max_length=60, verbose_name="Én handling hedder")),
                (
                    "action_words",
                    models.CharField(default="Handlinger", max_length=60, verbose_name="Flere handlinger hedder"),
                ),
                (
                    "few",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="Højst så mange handlinger i gang"
                    ),
                ),
                (
                    "few_areas",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="Højst så mange faglige områder ad gangen"
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="plan.strategy",
                        verbose_name="Erstatter",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Saving",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("name", models.CharField(max_length=200, verbose_name="Forslag")),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="År")),
                ("agreed", models.PositiveIntegerField(blank=True, null=True, verbose_name="Aftalt i kroner")),
                ("realised", models.PositiveIntegerField(blank=True, null=True, verbose_name="Opnået i kroner")),
                ("words", models.TextField(blank=True, verbose_name="Status")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="savings", to="plan.strategy"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("indsendelse", "Indsendelse og godkendelse"),
                            ("opfoelgning", "Opfølgning på mål"),
                            ("justering", "Justering af strategien"),
                        ],
                        max_length=12,
                        verbose_name="Slags",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="Navn")),
                ("due", models.DateField(verbose_name="Senest")),
                (
                    "when_words",
                    models.CharField(blank=True, max_length=120, verbose_name="Tid, som papiret skriver den"),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rounds", to="plan.strategy"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Project",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                (
                    "kind",
                    models.CharField(
                        choices=[("projekt", "Projekt"), ("pilot", "Pilotprojekt")],
                        default="projekt",
                        max_length=8,
                        verbose_name="Slags",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="Navn")),
                ("aim", models.TextField(blank=True, verbose_name="Formål")),
                ("target_group", models.CharField(blank=True, max_length=200, verbose_name="Målgruppe")),
                ("partner", models.CharField(blank=True, max_length=300, verbose_name="Samarbejdspartnere")),
                ("funder", models.CharField(blank=True, max_length=300, verbose_name="Finansiering")),
                ("money", models.PositiveIntegerField(blank=True, null=True, verbose_name="Beløb i kroner")),
                ("first", models.DateField(blank=True, null=True, verbose_name="Begyndte")),
                ("last", models.DateField(blank=True, null=True, verbose_name="Slutter")),
                (
                    "when_words",
                    models.CharField(blank=True, max_length=300, verbose_name="Tid, som papiret skriver den"),
                ),
                ("owner_words", models.CharField(blank=True, max_length=200, verbose_name="Kontakt")),
                ("status", models.TextField(blank=True, verbose_name="Status")),
                ("questions", models.TextField(blank=True, verbose_name="Det vil vi vide")),
                ("measures", models.TextField(blank=True, verbose_name="Det ser vi på")),
                ("baseline", models.TextField(blank=True, verbose_name="Sådan var det før")),
                ("data", models.TextField(blank=True, verbose_name="Sådan samler vi ind")),
                ("learning", models.TextField(blank=True, verbose_name="Det har vi lært")),
                ("handed_on", models.DateField(blank=True, null=True, verbose_name="Overgik til drift")),
                ("left_behind", models.TextField(blank=True, verbose_name="Det, projektet efterlod")),
                ("kept_by", models.CharField(blank=True, max_length=200, verbose_name="Holdes i live af")),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Ikke afgjort"),
                            ("fortsaet", "Fortsæt"),
                            ("juster", "Justér"),
                            ("stop", "Stop"),
                            ("drift", "Overgår til drift"),
                        ],
                        max_length=8,
                        verbose_name="Beslutning",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="Besluttet den")),
                ("decided_why", models.TextField(blank=True, verbose_name="Begrundelse")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="projects",
                        to="plan.focusarea",
                        verbose_name="Fokusområde",
                    ),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="projects", to="plan.strategy"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Pressure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("name", models.CharField(max_length=200, verbose_name="Lov eller beslutning")),
                ("on", models.DateField(blank=True, null=True, verbose_name="I kraft eller besluttet")),
                (
                    "when_words",
                    models.CharField(blank=True, max_length=120, verbose_name="Tid, som papiret skriver den"),
                ),
                ("text", models.TextField(blank=True, verbose_name="Det, den kræver af os")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "actions",
                    models.ManyToManyField(
                        blank=True, related_name="pressures", to="plan.action", verbose_name="Berører"
                    ),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pressures", to="plan.strategy"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PracticeCase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                (
                    "shows",
                    models.CharField(
                        choices=[("lykkes", "Her lykkes det"), ("bedre", "Her kan vi blive bedre")],
                        max_length=8,
                        verbose_name="Viser",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="Overskrift")),
                ("text", models.TextField(verbose_name="Fortællingen")),
                ("told_on", models.DateField(verbose_name="Dag")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("kladde", "Kladde"),
                            ("tjekket", "Tjekket for genkendelighed"),
                            ("godkendt", "Godkendt til brug"),
                        ],
                        default="kladde",
                        max_length=10,
                        verbose_name="Tilstand",
                    ),
                ),
                ("found", models.JSONField(blank=True, default=list, verbose_name="Fund ved tjekket")),
                ("checked_by", models.CharField(blank=True, max_length=200, verbose_name="Tjekket af")),
                ("approved_by", models.CharField(blank=True, max_length=200, verbose_name="Godkendt af")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="Godkendt")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="practice_cases",
                        to="plan.focusarea",
                        verbose_name="Fokusområde",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="practice_cases",
                        to="plan.planunit",
                        verbose_name="Enhed",
                    ),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="practice_cases", to="plan.strategy"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="planunit",
            name="strategy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="units", to="plan.strategy"
            ),
        ),
        migrations.AddField(
            model_name="outsidegoal",
            name="strategy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="outside_goals", to="plan.strategy"
            ),
        ),
        migrations.CreateModel(
            name="OptOut",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("text", models.CharField(max_length=300, verbose_name="Det, vi valgte fra")),
                ("why", models.TextField(verbose_name="Begrundelse")),
                ("on", models.DateField(blank=True, null=True, verbose_name="Dag")),
                ("decided_by", models.CharField(blank=True, max_length=200, verbose_name="Besluttet af")),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="opt_outs", to="plan.strategy"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MadeKnown",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                (
                    "kind",
                    models.CharField(
                        choices=[("kendt", "Strategien blev gjort kendt"), ("tilblivelse", "Strategien blev til")],
                        default="kendt",
                        max_length=12,
                        verbose_name="Hvad",
                    ),
                ),
                ("on", models.DateField(blank=True, null=True, verbose_name="Dag")),
                (
                    "when_words",
                    models.CharField(blank=True, max_length=120, verbose_name="Tid, som papiret skriver den"),
                ),
                ("meeting", models.CharField(max_length=200, verbose_name="Møde")),
                ("others", models.CharField(blank=True, max_length=300, verbose_name="Andre, der deltog")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "units",
                    models.ManyToManyField(
                        blank=True, related_name="made_known", to="plan.planunit", verbose_name="For hvem"
                    ),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="made_known", to="plan.strategy"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Fund",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("name", models.CharField(default="Uddannelsespulje", max_length=120, verbose_name="Pulje")),
                ("year", models.PositiveSmallIntegerField(verbose_name="År")),
                ("amount", models.PositiveIntegerField(verbose_name="Beløb i kroner")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="funds", to="plan.strategy"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="focusarea",
            name="strategy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="areas", to="plan.strategy"
            ),
        ),
        migrations.AddField(
            model_name="course",
            name="next_plan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="made_from",
                to="plan.strategy",
                verbose_name="Næste plan",
            ),
        ),
        migrations.AddField(
            model_name="course",
            name="strategy",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="courses",
                to="plan.strategy",
                verbose_name="Strategi",
            ),
        ),
        migrations.AddField(
            model_name="action",
            name="strategy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="actions", to="plan.strategy"
            ),
        ),
        migrations.CreateModel(
            name="StrategyVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="Udgave")),
                ("on", models.DateField(verbose_name="Dag")),
                ("reason", models.CharField(max_length=500, verbose_name="Begrundelse")),
                ("decided_by", models.CharField(max_length=200, verbose_name="Besluttet af")),
                ("made_by", models.CharField(max_length=200, verbose_name="Registreret af")),
                ("made_at", models.DateTimeField(verbose_name="Registreret")),
                ("content", models.JSONField(default=dict)),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="plan.strategy"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="Nummer")),
                ("name", models.CharField(max_length=200, verbose_name="Tema")),
                (
                    "marker",
                    models.CharField(
                        choices=[
                            ("styring", "Styring og faglig ledelse"),
                            ("udredning", "Faglig udredning"),
                            ("valg", "Valg af indsats"),
                            ("opfoelgning", "Opfølgning"),
                            ("inddragelse", "Inddragelse"),
                        ],
                        max_length=12,
                        verbose_name="Kapitel",
                    ),
                ),
                ("findings", models.TextField(blank=True, verbose_name="Analysens fund")),
                ("purpose", models.TextField(blank=True, verbose_name="Formål")),
                (
                    "far",
                    models.TextField(blank=True, verbose_name="Hvor langt er vi, og hvad betød det for kvaliteten"),
                ),
                ("remains", models.TextField(blank=True, verbose_name="Det, der mangler, og planen for det")),
                ("comments", models.TextField(blank=True, verbose_name="Bemærkninger")),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="themes", to="plan.course"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="recommendation",
            name="theme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="recommendations",
                to="plan.theme",
                verbose_name="Tema",
            ),
        ),
        migrations.CreateModel(
            name="OutsideView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("by", models.CharField(max_length=200, verbose_name="Hvem vurderer")),
                ("on", models.DateField(blank=True, null=True, verbose_name="Dag")),
                ("text", models.TextField(verbose_name="Vurdering")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outside_views",
                        to="plan.recommendation",
                        verbose_name="Anbefaling",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outside_views",
                        to="plan.theme",
                        verbose_name="Tema",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="Nummer")),
                ("text", models.TextField(verbose_name="Aktivitet")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("udfoert", "Udført"),
                            ("delvist", "Delvist udført"),
                            ("udestaar", "Udestår"),
                            ("uvist", "Ikke oplyst"),
                        ],
                        default="udestaar",
                        max_length=10,
                        verbose_name="Tilstand",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="Note")),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="plan.recommendation",
                        verbose_name="Anbefaling",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="plan.theme",
                        verbose_name="Tema",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ThemeMeeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("name", models.CharField(max_length=200, verbose_name="Navn")),
                ("on", models.DateField(verbose_name="Dag")),
                ("when_words", models.CharField(blank=True, max_length=200, verbose_name="Note om dagen")),
                ("practice", models.TextField(blank=True, verbose_name="Status fra praksis")),
                ("agreed", models.TextField(blank=True, verbose_name="Det blev aftalt")),
                ("follow_up", models.TextField(blank=True, verbose_name="Opfølgning på sidste møde")),
                ("held", models.BooleanField(default=False, verbose_name="Holdt")),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="theme_meetings", to="plan.strategy"
                    ),
                ),
                (
                    "themes",
                    models.ManyToManyField(
                        blank=True, related_name="theme_meetings", to="plan.focusarea", verbose_name="Temaer"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Option",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("text", models.TextField(verbose_name="Handlemulighed")),
                ("for_it", models.TextField(blank=True, verbose_name="Det taler for")),
                ("against", models.TextField(blank=True, verbose_name="Det taler imod")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("aaben", "Ikke afgjort"), ("valgt", "Valgt"), ("fravalgt", "Valgt fra")],
                        default="aaben",
                        max_length=10,
                        verbose_name="Udfald",
                    ),
                ),
                ("followed", models.TextField(blank=True, verbose_name="Fulgt op")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="options", to="plan.thememeeting"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Track",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="Nummer")),
                ("name", models.CharField(max_length=200, verbose_name="Navn")),
                ("text", models.TextField(blank=True, verbose_name="Beskrivelse")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "areas",
                    models.ManyToManyField(
                        blank=True, related_name="tracks", to="plan.focusarea", verbose_name="Bidrager til"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Ansvarlig",
                    ),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tracks", to="plan.strategy"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("on", models.DateField(verbose_name="Dag")),
                ("since", models.TextField(blank=True, verbose_name="Siden sidst")),
                ("now", models.TextField(blank=True, verbose_name="Nu")),
                ("following", models.TextField(blank=True, verbose_name="Næste skridt")),
                ("by", models.CharField(max_length=200, verbose_name="Af")),
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="plan.action",
                    ),
                ),
                (
                    "track",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="plan.track",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="action",
            name="track",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="actions",
                to="plan.track",
                verbose_name="Spor",
            ),
        ),
        migrations.CreateModel(
            name="Training",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("name", models.CharField(max_length=200, verbose_name="Navn")),
                ("theme", models.CharField(blank=True, max_length=200, verbose_name="Tema")),
                ("supplier", models.CharField(blank=True, max_length=200, verbose_name="Leverandør")),
                ("first", models.DateField(blank=True, null=True, verbose_name="Begynder")),
                ("last", models.DateField(blank=True, null=True, verbose_name="Slutter")),
                (
                    "when_words",
                    models.CharField(blank=True, max_length=200, verbose_name="Tid, som papiret skriver den"),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("planlagt", "Planlagt"),
                            ("i_gang", "I gang"),
                            ("afsluttet", "Afsluttet"),
                            ("aflyst", "Aflyst"),
                        ],
                        default="planlagt",
                        max_length=10,
                        verbose_name="Stadie",
                    ),
                ),
                ("together", models.BooleanField(default=True, verbose_name="Fælles for flere")),
                ("seats", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Pladser")),
                ("competence", models.CharField(blank=True, max_length=120, verbose_name="Giver kompetencen")),
                ("committed", models.PositiveIntegerField(blank=True, null=True, verbose_name="Disponeret i kroner")),
                ("spent", models.PositiveIntegerField(blank=True, null=True, verbose_name="Brugt i kroner")),
                ("funder", models.CharField(blank=True, max_length=200, verbose_name="Anden betaler")),
                ("exercise", models.TextField(blank=True, verbose_name="Øves i praksis ved")),
                ("exercise_on", models.DateField(blank=True, null=True, verbose_name="Øves den")),
                ("seen_in", models.CharField(blank=True, max_length=200, verbose_name="Ses senere i")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trainings",
                        to="plan.focusarea",
                        verbose_name="Fokusområde",
                    ),
                ),
                (
                    "fund",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trainings",
                        to="plan.fund",
                        verbose_name="Betales af",
                    ),
                ),
                (
                    "participants",
                    models.ManyToManyField(
                        blank=True, related_name="trainings", to=settings.AUTH_USER_MODEL, verbose_name="Deltagere"
                    ),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="trainings", to="plan.strategy"
                    ),
                ),
                (
                    "units",
                    models.ManyToManyField(
                        blank=True, related_name="trainings", to="plan.planunit", verbose_name="Enheder"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Trial",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("on", models.DateField(blank=True, null=True, verbose_name="Dag")),
                ("tried", models.TextField(verbose_name="Det prøvede vi")),
                ("saw", models.TextField(blank=True, verbose_name="Det så vi")),
                ("following", models.TextField(blank=True, verbose_name="Det gør vi nu")),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="trials", to="plan.project"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WheelFeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "token",
                    models.CharField(
                        default=pejl.web.plan.models.year.new_token, editable=False, max_length=64, unique=True
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="Lavet")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="Lukket")),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="feeds", to="plan.strategy"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="WheelItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("name", models.CharField(max_length=200, verbose_name="Hvad")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("moede", "Møde"),
                            ("udvalg", "Politisk udvalg"),
                            ("med", "MED-udvalg"),
                            ("runde", "Opfølgning på mål"),
                            ("tilsyn", "Ledelsestilsyn"),
                            ("rapport", "Rapport eller status"),
                            ("temamoede", "Temamøde"),
                            ("fast", "Fast punkt efter loven"),
                        ],
                        max_length=10,
                        verbose_name="Slags",
                    ),
                ),
                ("body", models.CharField(blank=True, max_length=200, verbose_name="Hvem")),
                ("first", models.DateField(verbose_name="Første gang")),
                ("until", models.DateField(blank=True, null=True, verbose_name="Sidste gang senest")),
                (
                    "again",
                    models.CharField(
                        choices=[
                            ("en_gang", "Én gang"),
                            ("aarligt", "Hvert år"),
                            ("halvaarligt", "To gange om året"),
                            ("kvartal", "Hvert kvartal"),
                            ("maaned", "Hver måned"),
                        ],
                        default="en_gang",
                        max_length=12,
                        verbose_name="Gentages",
                    ),
                ),
                (
                    "when_words",
                    models.CharField(blank=True, max_length=120, verbose_name="Tid, som papiret skriver den"),
                ),
                ("law", models.CharField(blank=True, max_length=120, verbose_name="Lov")),
                ("note", models.TextField(blank=True, verbose_name="Note")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "strategy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wheel",
                        to="plan.strategy",
                        verbose_name="Strategi",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WheelDone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("planned", models.DateField(verbose_name="Planlagt")),
                (
                    "how",
                    models.CharField(
                        choices=[("holdt", "Holdt"), ("flyttet", "Flyttet"), ("udgaaet", "Udgået")],
                        max_length=10,
                        verbose_name="Hvad skete der",
                    ),
                ),
                ("on", models.DateField(blank=True, null=True, verbose_name="Dag")),
                ("why", models.CharField(blank=True, max_length=500, verbose_name="Begrundelse")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="times", to="plan.wheelitem"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Wording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("about", models.CharField(max_length=200, verbose_name="Hvad det handler om")),
                ("says", models.TextField(verbose_name="Det står der")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Hvor det står")),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="wordings", to="plan.course"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                ("purpose", models.TextField(blank=True, verbose_name="Formål")),
                ("far", models.TextField(blank=True, verbose_name="Hvor langt, og hvad betød det for kvaliteten")),
                ("remains", models.TextField(blank=True, verbose_name="Det, der mangler, og planen for det")),
                ("comments", models.TextField(blank=True, verbose_name="Bemærkninger")),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="accounts", to="plan.recommendation"
                    ),
                ),
                (
                    "refers_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answered_for",
                        to="plan.recommendation",
                        verbose_name="Se svaret på",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at__isnull", True)),
                        fields=("recommendation",),
                        name="account_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RoundAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                (
                    "far",
                    models.CharField(
                        choices=[
                            ("naaet", "Nået"),
                            ("paa_vej", "På vej"),
                            ("ikke", "Ikke begyndt"),
                            ("opgivet", "Opgivet"),
                        ],
                        max_length=10,
                        verbose_name="Hvor langt",
                    ),
                ),
                ("words", models.TextField(verbose_name="Status")),
                ("remains", models.TextField(blank=True, verbose_name="Det, der mangler")),
                ("by", models.CharField(max_length=200, verbose_name="Af")),
                ("on", models.DateField(verbose_name="Dag")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="plan.localgoal"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="plan.round"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at__isnull", True)), fields=("round", "goal"), name="answered_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SelfEvaluation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Taget ud")),
                (
                    "area",
                    models.CharField(
                        choices=[
                            ("tilsyn", "Ledelsestilsyn"),
                            ("ledelsesinformation", "Ledelsesinformation"),
                            ("arbejdsgange", "Standarder og arbejdsgange"),
                            ("sparring", "Rammer for sparring"),
                            ("viden", "Medarbejdernes viden"),
                        ],
                        max_length=20,
                        verbose_name="Område",
                    ),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[("start", "Ved begyndelsen"), ("slut", "Ved slutningen")],
                        max_length=6,
                        verbose_name="Hvornår",
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        blank=True,
                        choices=[("lav", "I lav grad"), ("nogen", "I nogen grad"), ("hoej", "I høj grad")],
                        max_length=6,
                        verbose_name="Grad",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="Med ord")),
                ("on", models.DateField(blank=True, null=True, verbose_name="Dag")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="Kilde")),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="self_evaluations", to="plan.course"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at__isnull", True)),
                        fields=("course", "area", "moment"),
                        name="self_eval_once",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="fund",
            constraint=models.UniqueConstraint(
                condition=models.Q(("removed_at__isnull", True)),
                fields=("strategy", "name", "year"),
                name="fund_once_a_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="strategyversion",
            constraint=models.UniqueConstraint(fields=("strategy", "number"), name="strategy_version_once"),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "paa_hold"), _negated=True),
                    models.Q(models.Q(("hold_reason", ""), _negated=True), ("hold_since__isnull", False)),
                    _connector="OR",
                ),
                name="plan_action_hold_reasoned",
            ),
        ),
        migrations.AddConstraint(
            model_name="wheelfeed",
            constraint=models.UniqueConstraint(
                condition=models.Q(("revoked_at__isnull", True)), fields=("strategy", "user"), name="feed_once_open"
            ),
        ),
    ]
