"""How does Django know this app?"""

from django.apps import AppConfig


class ReceptionConfig(AppConfig):
    """What reaches us, who is on duty, what is handed over."""

    name = "pejl.web.reception"
    label = "reception"
    verbose_name = "Modtagelse"
