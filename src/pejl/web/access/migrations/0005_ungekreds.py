"""Who may be a member of the circle: one role more."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_open_cases"),
    ]

    operations = [
        migrations.AlterField(
            model_name="post",
            name="role",
            field=models.CharField(
                choices=[
                    ("administrativ", "Administrativ medarbejder"),
                    ("modtagelse", "Modtagelse og vagt"),
                    ("raadgiver", "Rådgiver"),
                    ("medraadgiver", "Medrådgiver"),
                    ("vikar", "Vikar"),
                    ("tilsynskonsulent", "Tilsynskonsulent"),
                    ("teamleder", "Teamleder"),
                    ("afdelingsleder", "Afdelingsleder"),
                    ("centerchef", "Centerchef"),
                    ("visitationsudvalg", "Visitationsudvalg"),
                    ("datakonsulent", "Datakonsulent"),
                    ("systemansvarlig", "Systemansvarlig"),
                    ("ungekreds", "Medlem af ungekredsen"),
                ],
                max_length=30,
                verbose_name="Rolle",
            ),
        ),
    ]
