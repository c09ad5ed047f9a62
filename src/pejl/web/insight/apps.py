"""How does Django know this app?"""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """Figures, and papers made of them."""

    name = "pejl.web.insight"
    label = "insight"
    verbose_name = "Tal og papirer"
