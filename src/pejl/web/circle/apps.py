"""How does Django know this app?"""

from django.apps import AppConfig


class CircleConfig(AppConfig):
    """Young people the task force follows; nobody outside the circle sees who."""

    name = "pejl.web.circle"
    label = "circle"
    verbose_name = "Ungekredsen"
