"""How is the web set up? Everything a municipality decides comes from the environment; the rest stands here.

``PEJL_ENV`` is ``demo`` (an invented municipality on this machine, the default) or ``produktion``, which refuses to
start with anything that only fits a demo (``production.py``).
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Final

import dj_database_url
from csp.constants import NONCE, NONE, SELF


def _listed(name: str, *, otherwise: str = "") -> list[str]:
    """What a variable names, with commas between."""
    return [each.strip() for each in os.environ.get(name, otherwise).split(",") if each.strip()]


ROOT: Final = Path(__file__).parents[3]
WEB: Final = Path(__file__).parent

PEJL_ENV: Final = os.environ.get("PEJL_ENV", "demo")
DEMO: Final = PEJL_ENV == "demo"
# »alene«: Pejl is where things are registered. »ved_siden_af«: the case system's lists are the master.
# One of the example municipalities, on the day its papers tell of; only in a demo.
PEJL_EXAMPLE: Final = os.environ.get("PEJL_EXAMPLE", "") if DEMO else ""
PEJL_DAY: Final = date.fromisoformat(os.environ["PEJL_DAY"]) if DEMO and os.environ.get("PEJL_DAY") else None
PEJL_MODE: Final = os.environ.get("PEJL_MODE", "alene" if DEMO else "")
DEMO_MUNICIPALITY: Final = "Nordby Kommune"
PEJL_MUNICIPALITY: Final = os.environ.get("PEJL_MUNICIPALITY", DEMO_MUNICIPALITY)
# Where uploaded lists lie until they are deleted; outside what the web serves.
PEJL_DATA: Final = Path(os.environ.get("PEJL_DATA", ROOT / "var"))
PEJL_KEEP_UPLOADS_DAYS: Final = int(os.environ.get("PEJL_KEEP_UPLOADS_DAYS", "30"))
PEJL_KEEP_LOG_DAYS: Final = int(os.environ.get("PEJL_KEEP_LOG_DAYS", "1826"))
# The public form is open where there is a number to call when it cannot wait. No telephone in Denmark begins with 0.
PEJL_ACUTE_PHONE: Final = os.environ.get("PEJL_ACUTE_PHONE", "00 00 00 00" if DEMO else "")
# Only where Pejl is the place that cases are kept.
PEJL_FORM_OPEN: Final = PEJL_MODE == "alene" and bool(PEJL_ACUTE_PHONE)
PEJL_KEEP_DRAFTS_DAYS: Final = int(os.environ.get("PEJL_KEEP_DRAFTS_DAYS", "14"))
# Letters an hour: from one address, where a whole town hall or school may be behind it, and from all of them.
PEJL_FORM_PER_ADDRESS: Final = int(os.environ.get("PEJL_FORM_PER_ADDRESS", "60"))
PEJL_FORM_IN_ALL: Final = int(os.environ.get("PEJL_FORM_IN_ALL", "1000"))
# The municipality's own guide number, told beside the load of the teams; empty: none has been decided.
PEJL_GUIDE_CHILDREN: Final = os.environ.get("PEJL_GUIDE_CHILDREN", "")
PEJL_MAPPINGS: Final = Path(os.environ.get("PEJL_MAPPINGS", ROOT / "mappings"))

# Known to everybody who reads this file; production.py refuses to start with them.
DEMO_SECRET: Final = "demo-kun-til-opdigtede-data-og-aldrig-i-drift"  # noqa: S105 -- a demo's secret is no secret
DEMO_CPR_KEY: Final = "ZGVtby1rdW4tdGlsLW9wZGlndGVkZS1kYXRhLWFsZHI="

# Who can be signed in as on the demo's login page; only the demo itself knows its people.
DEMO_LOGINS: Final = f"pejl.web.{'examples' if PEJL_EXAMPLE else 'demo.people'}.logins" if DEMO else ""

SECRET_KEY = os.environ.get("PEJL_SECRET_KEY", DEMO_SECRET)
PEJL_CPR_KEY: Final = os.environ.get("PEJL_CPR_KEY", DEMO_CPR_KEY)
DEBUG = os.environ.get("PEJL_DEBUG", "") == "1"
PEJL_HOSTS_CHOSEN: Final = "PEJL_HOSTS" in os.environ
ALLOWED_HOSTS = _listed("PEJL_HOSTS", otherwise="127.0.0.1,localhost,[::1],testserver")
CSRF_TRUSTED_ORIGINS = _listed("PEJL_ORIGINS")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "mozilla_django_oidc",
    "pejl.web.access",
    "pejl.web.handbook",
    "pejl.web.plan",
    "pejl.web.circle",
    "pejl.web.worklists",
    "pejl.web.cases",
    "pejl.web.cooperation",
    "pejl.web.reception",
    "pejl.web.counselling",
    "pejl.web.underret",
    "pejl.web.insight",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pejl.web.access.middleware.IdleLogout",
    "pejl.web.access.middleware.WhoIsAsking",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "pejl.web.urls"
WSGI_APPLICATION = "pejl.web.wsgi.application"

# Fields drawn in Python: a page with two lists of months was 200 templates.
FORM_RENDERER = "pejl.web.form_renderer.Drawn"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "pejl.web.shell.shell",
            ],
            "builtins": ["pejl.web.components"],
            "libraries": {"sagen": "pejl.web.cases.case_drawn"},
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL", f"sqlite:///{PEJL_DATA / 'pejl.sqlite3'}"), conn_max_age=600
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # One writer at a time, who takes the lock at once; readers go on meanwhile.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- who is asking ------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "access.User"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"
# In production people sign in through the municipality; with a password only where that is chosen besides.
PEJL_PASSWORD_LOGIN: Final = os.environ.get("PEJL_PASSWORD_LOGIN", "1" if DEMO else "0") == "1"
# The provider tells its addresses itself when the web starts (access/provider.py), or they are told here.
PEJL_OIDC_ISSUER: Final = os.environ.get("PEJL_OIDC_ISSUER", "")
# Which of the provider's claims is the user name here. It must be one that people cannot change themselves.
PEJL_OIDC_CLAIM: Final = os.environ.get("PEJL_OIDC_CLAIM", "preferred_username")
OIDC_RP_CLIENT_ID = os.environ.get("PEJL_OIDC_CLIENT_ID", "")
OIDC_RP_CLIENT_SECRET = os.environ.get("PEJL_OIDC_CLIENT_SECRET", "")
OIDC_RP_SCOPES = os.environ.get("PEJL_OIDC_SCOPES", "openid profile")
OIDC_OP_AUTHORIZATION_ENDPOINT = os.environ.get("PEJL_OIDC_AUTHORIZATION_URL", "")
OIDC_OP_TOKEN_ENDPOINT = os.environ.get("PEJL_OIDC_TOKEN_URL", "")
OIDC_OP_USER_ENDPOINT = os.environ.get("PEJL_OIDC_USER_URL", "")
OIDC_OP_JWKS_ENDPOINT = os.environ.get("PEJL_OIDC_JWKS_URL", "")
OIDC_RP_SIGN_ALGO = "RS256"
OIDC_USE_PKCE = True
OIDC_TIMEOUT = 10
OIDC_CREATE_USER = False
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "pejl.web.access.signing_in.PasswordBackend",
    "pejl.web.access.signing_in.MunicipalityBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
# A person from a place: a whole town hall has one address, and nobody must be able to lock out a colleague elsewhere.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "pejl.web.access.signing_in.name_typed"
# The page says a quarter of an hour, so trying again does not make it longer.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
# Only forms can guess passwords; the way back from the identity provider is a GET.
AXES_NEVER_LOCKOUT_GET = True
AXES_LOCKOUT_TEMPLATE = "access/lockout.html"
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
AXES_RESET_ON_SUCCESS = True

SESSION_COOKIE_AGE = 9 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
PEJL_IDLE_MINUTES: Final = int(os.environ.get("PEJL_IDLE_MINUTES", "30"))
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "pejl.web.errors.csrf_failure"
PEJL_BEHIND_TLS_PROXY: Final = os.environ.get("PEJL_BEHIND_TLS_PROXY", "") == "1"
if PEJL_ENV == "produktion":
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    if PEJL_BEHIND_TLS_PROXY:
        # Only then: whoever could write this header to us directly could pretend that the line is secret.
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Nothing from elsewhere, no inline script and no inline style.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- words, time, files -------------------------------------------------------------------------------------

LANGUAGE_CODE = "da"
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "static/"
STATIC_ROOT = PEJL_DATA / "static"
STATICFILES_DIRS = [WEB / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PEJL_ENV == "produktion"
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = PEJL_ENV != "produktion"

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_PERMISSIONS = 0o600

# Nothing personal in logs or error mails: no request bodies, no SQL, no local variables.
DEFAULT_EXCEPTION_REPORTER_FILTER = "pejl.web.errors.NothingPersonal"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"nothing_personal": {"()": "pejl.web.errors.NoTraces"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["nothing_personal"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django's own handlers would go around the filter: everything is told by the root's.
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
        "axes": {"level": "ERROR"},
    },
}
