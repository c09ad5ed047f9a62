"""How does Django know this app?"""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """Strategy, effects, actions, goals, recommendations, and the year's meetings."""

    name = "pejl.web.plan"
    label = "plan"
    verbose_name = "Plan"
