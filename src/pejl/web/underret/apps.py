"""How does Django know this app?"""

from django.apps import AppConfig


class UnderretConfig(AppConfig):
    """The public form: what is being written, and what has been sent."""

    name = "pejl.web.underret"
    label = "underret"
    verbose_name = "Underret os"
