"""What does gunicorn start? The application, after the settings have been found fit for where it runs."""

from __future__ import annotations

import os

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from pejl.web import production
from pejl.web.access import provider

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pejl.web.settings")
django.setup()
production.stop_if_unfit(settings)
try:
    provider.connect(settings)
except provider.NoProvider as problem:
    production.stop([str(problem)])
application = get_wsgi_application()
# Now and not when the first page is asked for: nobody waits then, and a fault in a page is seen before it is opened.
get_resolver().url_patterns  # noqa: B018 -- it is looked up for what looking it up loads
