"""How does Django know this app?"""

from django.apps import AppConfig


class WorklistsConfig(AppConfig):
    """Work that leaders set going across cases, until it is done."""

    name = "pejl.web.worklists"
    label = "worklists"
    verbose_name = "Arbejdslister"
