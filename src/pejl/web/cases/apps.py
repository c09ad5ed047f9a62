"""How does Django know this app?"""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Children, events, deadlines, lists from the case system."""

    name = "pejl.web.cases"
    label = "cases"
    verbose_name = "Sager"
