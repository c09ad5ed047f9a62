"""Where are the figures kept that have been counted, and the papers made of them?"""

import django.db.models.deletion
import pejl.web.access.models
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0005_ungekreds"),
        ("plan", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Measuring",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("as_of", models.DateTimeField(verbose_name="Opgjort")),
                ("known_at", models.DateTimeField(verbose_name="Med det, vi vidste")),
                ("measured_at", models.DateTimeField(db_index=True, verbose_name="Regnet")),
                ("rulebook", models.CharField(max_length=64)),
                ("by", models.CharField(blank=True, max_length=200, verbose_name="Af")),
            ],
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("template", models.CharField(max_length=60, verbose_name="Skabelon")),
                ("title", models.CharField(max_length=200, verbose_name="Titel")),
                (
                    "omraade",
                    models.CharField(
                        choices=[("social", "Sociale sager"), ("handicap", "Handicapsager")],
                        default="social",
                        max_length=10,
                        verbose_name="Område",
                    ),
                ),
                (
                    "reader",
                    models.CharField(
                        choices=[("udvalg", "Udvalget, og måske alle"), ("ledelse", "Kun ledelsen")],
                        default="udvalg",
                        max_length=10,
                        verbose_name="For hvem",
                    ),
                ),
                ("body", models.CharField(blank=True, max_length=200, verbose_name="Udvalg")),
                ("meeting_on", models.DateField(blank=True, null=True, verbose_name="Mødedag")),
                ("since", models.DateField(verbose_name="Siden")),
                ("until", models.DateField(verbose_name="Status pr.")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("kladde", "Kladde"),
                            ("sendt", "Sendt til godkendelse"),
                            ("godkendt", "Godkendt"),
                            ("frigivet", "Frigivet til alle"),
                        ],
                        default="kladde",
                        max_length=10,
                        verbose_name="Tilstand",
                    ),
                ),
                ("saved", models.PositiveIntegerField(default=0)),
                ("recommendation", models.TextField(blank=True, verbose_name="Indstilling")),
                ("decision", models.TextField(blank=True, verbose_name="Beslutning")),
                ("decided_by", models.CharField(blank=True, max_length=200, verbose_name="Besluttet af")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="Besluttet den")),
                ("made_by", models.CharField(max_length=200, verbose_name="Begyndt af")),
                ("made_at", models.DateTimeField(verbose_name="Begyndt")),
                ("sent_by", models.CharField(blank=True, max_length=200, verbose_name="Sendt til godkendelse af")),
                ("sent_username", models.CharField(blank=True, max_length=100)),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="Sendt til godkendelse")),
                ("sent_back", models.CharField(blank=True, max_length=500, verbose_name="Sendt tilbage, fordi")),
                (
                    "strategy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="plan.strategy",
                        verbose_name="Strategi",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.unit",
                        verbose_name="Enhed",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PaperEdition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="Udgave")),
                ("protected", models.BooleanField(verbose_name="Små tal er taget ud")),
                ("content", models.JSONField()),
                ("sha256", models.CharField(max_length=64, verbose_name="Aftryk")),
                ("data_at", models.DateTimeField(verbose_name="Tal opgjort")),
                ("known_at", models.DateTimeField(verbose_name="Med det, vi vidste")),
                ("figures", models.JSONField(blank=True, default=dict)),
                ("approved_by", models.CharField(max_length=200, verbose_name="Godkendt af")),
                ("approved_at", models.DateTimeField(verbose_name="Godkendt")),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="editions", to="insight.paper"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PaperPart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("spec", models.CharField(max_length=60)),
                ("number", models.PositiveSmallIntegerField()),
                ("heading", models.CharField(max_length=200, verbose_name="Overskrift")),
                ("required", models.BooleanField(default=False)),
                ("drawn", models.JSONField(blank=True, default=dict)),
                ("figures", models.JSONField(blank=True, default=list)),
                ("drawn_at", models.DateTimeField(blank=True, null=True, verbose_name="Hentet")),
                ("words", models.TextField(blank=True, verbose_name="Tekst")),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="insight.paper"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PaperRelease",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "act",
                    models.CharField(
                        choices=[("frigivet", "Frigivet til alle"), ("taget_tilbage", "Taget tilbage")],
                        max_length=15,
                        verbose_name="Handling",
                    ),
                ),
                ("by", models.CharField(max_length=200, verbose_name="Af")),
                ("at", models.DateTimeField(verbose_name="Tidspunkt")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="Begrundelse")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="releases", to="insight.paperedition"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SmallNumberDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("cell", models.CharField(max_length=200)),
                ("told", models.CharField(max_length=300, verbose_name="Tallet")),
                ("number", models.PositiveIntegerField()),
                ("reason", models.CharField(max_length=500, verbose_name="Begrundelse")),
                ("by", models.CharField(max_length=200, verbose_name="Besluttet af")),
                ("role", models.CharField(max_length=300, verbose_name="Som")),
                ("at", models.DateTimeField(verbose_name="Besluttet")),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="disclosures", to="insight.paper"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HandFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("indicator", models.CharField(blank=True, max_length=80, verbose_name="Nøgletal")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="Eget navn")),
                ("definition", models.TextField(blank=True, verbose_name="Sådan er det talt")),
                ("first", models.DateField(verbose_name="Fra")),
                ("last", models.DateField(verbose_name="Til og med")),
                ("counted", models.PositiveIntegerField(blank=True, null=True, verbose_name="Antal")),
                ("out_of", models.PositiveIntegerField(blank=True, null=True, verbose_name="Ud af")),
                ("value", models.FloatField(blank=True, null=True, verbose_name="Tal med komma")),
                ("source", models.CharField(max_length=300, verbose_name="Kilde")),
                ("entered_by", models.CharField(max_length=200, verbose_name="Indtastet af")),
                ("entered_at", models.DateTimeField(db_index=True, verbose_name="Indtastet")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.unit",
                        verbose_name="Enhed",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["indicator", "unit", "first"], name="hand_figure_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last__gte", models.F("first"))), name="hand_figure_period"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("counted__isnull", False), ("value__isnull", False), _connector="OR"),
                        name="hand_figure_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("out_of__isnull", True), ("counted__lte", models.F("out_of")), _connector="OR"
                        ),
                        name="hand_figure_part_of_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("indicator", ""), _negated=True),
                            models.Q(("name", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="hand_figure_named",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Measured",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("indicator", models.CharField(max_length=80)),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "omraade",
                    models.CharField(
                        blank=True, choices=[("social", "Sociale sager"), ("handicap", "Handicapsager")], max_length=10
                    ),
                ),
                ("per", models.CharField(max_length=10)),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("group", models.CharField(blank=True, max_length=60)),
                ("counted", models.PositiveIntegerField(null=True)),
                ("out_of", models.PositiveIntegerField(null=True)),
                ("unknown", models.PositiveIntegerField(default=0)),
                ("value", models.FloatField(null=True)),
                (
                    "unit",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="access.unit"),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="figures", to="insight.measuring"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["unit", "omraade", "per", "first"], name="measured_of_unit"),
                    models.Index(fields=["indicator", "unit", "omraade", "per", "first"], name="measured_series"),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__gte", models.F("since"))), name="paper_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decision", ""),
                    models.Q(models.Q(("decided_by", ""), _negated=True), ("decided_on__isnull", False)),
                    _connector="OR",
                ),
                name="paper_decided_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="paperedition",
            constraint=models.UniqueConstraint(fields=("paper", "number"), name="paper_edition_number"),
        ),
        migrations.AddConstraint(
            model_name="paperpart",
            constraint=models.UniqueConstraint(fields=("paper", "spec"), name="paper_part_once"),
        ),
        migrations.AddConstraint(
            model_name="smallnumberdecision",
            constraint=models.UniqueConstraint(fields=("paper", "cell"), name="small_number_decided_once"),
        ),
    ]
