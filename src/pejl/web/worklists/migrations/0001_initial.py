"""Where are the lists of work across cases kept, with what was set when?"""

import django.db.models.deletion
import pejl.web.access.models
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0005_ungekreds"),
    ]

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("thread_id", models.CharField(blank=True, max_length=120)),
                ("taken_on", models.DateField(verbose_name="På listen fra")),
                ("taken_by", models.CharField(max_length=200, verbose_name="Sat på af")),
                ("place", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Plads")),
                ("owner", models.CharField(blank=True, max_length=20, verbose_name="Ejer")),
                ("target_on", models.DateField(blank=True, null=True, verbose_name="Måldag")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="worklist_entries", to="access.case"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Worklist",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="Slags")),
                (
                    "omraade",
                    models.CharField(
                        choices=[("social", "Sociale sager"), ("handicap", "Handicapsager")],
                        default="social",
                        max_length=10,
                        verbose_name="Område",
                    ),
                ),
                ("months", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Måneder")),
                ("title", models.CharField(max_length=120, verbose_name="Navn")),
                ("started_on", models.DateField(verbose_name="Begyndt")),
                ("target_on", models.DateField(verbose_name="Måldag")),
                ("began_by", models.CharField(max_length=200, verbose_name="Begyndt af")),
                ("began_at", models.DateTimeField(verbose_name="Registreret")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="Sluttet")),
                ("ended_by", models.CharField(blank=True, max_length=200, verbose_name="Sluttet af")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="worklists", to="access.unit"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Setting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Plads")),
                ("owner", models.CharField(blank=True, max_length=20, verbose_name="Ejer")),
                ("target_on", models.DateField(blank=True, null=True, verbose_name="Måldag")),
                ("set_by", models.CharField(max_length=200, verbose_name="Sat af")),
                ("set_at", models.DateTimeField(verbose_name="Sat")),
                (
                    "entry",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="settings",
                        to="worklists.entry",
                    ),
                ),
                (
                    "worklist",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="settings", to="worklists.worklist"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="entry",
            name="worklist",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="worklists.worklist"
            ),
        ),
        migrations.AddConstraint(
            model_name="worklist",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on__isnull", True)),
                fields=("kind", "unit", "omraade"),
                name="worklist_running_once",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["owner", "worklist"], name="worklist_entry_owner"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(fields=("worklist", "case", "thread_id"), name="worklist_entry_once"),
        ),
    ]
