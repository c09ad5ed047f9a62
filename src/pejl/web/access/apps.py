"""How does Django know this app?"""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """People, units, posts, the doors to the cases, and the log of who went through them."""

    name = "pejl.web.access"
    label = "access"
    verbose_name = "Adgang"
