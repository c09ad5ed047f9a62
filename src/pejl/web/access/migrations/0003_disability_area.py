"""Where is it kept whether a case is of a child with a disability, so that figures can be told apart?"""

from typing import Any

from django.db import migrations, models


def work_out_again(apps: Any, schema_editor: Any) -> None:
    """The next start or night works out every case anew, and with it this."""
    apps.get_model("access", "Case").objects.update(rulebook="")


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_protection'),
    ]

    operations = [
        migrations.AddField(
            model_name='case',
            name='omraade',
            field=models.CharField(choices=[('social', 'Sociale sager'), ('handicap', 'Handicapsager')], default='social', max_length=10, verbose_name='Område'),
        ),
        migrations.RunPython(work_out_again, migrations.RunPython.noop),
    ]
