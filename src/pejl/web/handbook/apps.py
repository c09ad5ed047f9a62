"""How does Django know this app?"""

from django.apps import AppConfig


class HandbookConfig(AppConfig):
    """Phrases, letters and checklists, kept current with the law."""

    name = "pejl.web.handbook"
    label = "handbook"
    verbose_name = "Håndbog"
