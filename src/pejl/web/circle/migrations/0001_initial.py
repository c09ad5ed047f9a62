"""Where are the young people kept whom the task force follows, apart from every case?"""

import django.db.models.deletion
import pejl.web.access.models
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("on", models.DateField(verbose_name="Opgjort den")),
                ("what", models.CharField(max_length=20, verbose_name="Hvilket tal")),
                ("why", models.CharField(max_length=500, verbose_name="Begrundelse")),
                ("allowed", models.BooleanField(verbose_name="Må offentliggøres")),
                ("decided_by", models.CharField(max_length=200, verbose_name="Besluttet af")),
                ("decided_as", models.CharField(max_length=120, verbose_name="Som")),
                ("decided_at", models.DateTimeField(verbose_name="Besluttet")),
            ],
        ),
        migrations.CreateModel(
            name="Young",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="Navn")),
                ("born", models.PositiveSmallIntegerField(verbose_name="Fødselsår")),
                ("taken_in_on", models.DateField(verbose_name="Første gang drøftet")),
                ("about", models.TextField(blank=True, verbose_name="Det, vi er bekymrede for")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="Følges ikke længere fra")),
                ("ended_why", models.CharField(blank=True, max_length=500, verbose_name="Fordi")),
            ],
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=pejl.web.access.models.new_key, editable=False, max_length=32, unique=True
                    ),
                ),
                ("on", models.DateField(verbose_name="Dag")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("indsats", "En ny indsats sættes i gang"),
                            ("anden", "En anden eller yderligere indsats sættes i gang"),
                            ("har_hjaelp", "Deltager allerede i en relevant indsats"),
                            ("foelges", "Følges"),
                            ("slut", "Følges ikke længere"),
                        ],
                        max_length=12,
                        verbose_name="Udfald",
                    ),
                ),
                ("words", models.TextField(verbose_name="Vurdering")),
                ("effort", models.CharField(blank=True, max_length=200, verbose_name="Hvilken indsats")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="Ses på igen senest")),
                ("by", models.CharField(max_length=200, verbose_name="Skrevet af")),
                ("at", models.DateTimeField(verbose_name="Skrevet")),
                (
                    "young",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assessments", to="circle.young"
                    ),
                ),
            ],
        ),
    ]
