"""How is the web set up while it is measured? As it is, with an empty page besides and a clock that stands still."""

from __future__ import annotations

from bench.web_sizes import NOW
from pejl.web import clock
from pejl.web.settings import *  # noqa: F403 -- these are the web's settings, and two of our own

ROOT_URLCONF = "bench.web_urls"
DEBUG = False
# The data end on a day of their own, so the pages must be asked for on that day.
setattr(clock, "now", lambda: NOW)  # noqa: B010 -- mypy will not have a function assigned to
