"""How does Django know this app?"""

from django.apps import AppConfig


class CooperationConfig(AppConfig):
    """The schools and day care, and who of us is their cross-disciplinary adviser."""

    name = "pejl.web.cooperation"
    label = "cooperation"
    verbose_name = "Samarbejde"
