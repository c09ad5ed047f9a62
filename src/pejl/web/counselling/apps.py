"""How does Django know this app?"""

from django.apps import AppConfig


class CounsellingConfig(AppConfig):
    """Talks that are only counted, and what the leaders think of the early offers."""

    name = "pejl.web.counselling"
    label = "counselling"
    verbose_name = "Åben rådgivning"
