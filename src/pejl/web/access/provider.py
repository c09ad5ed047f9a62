"""Where does the identity provider have its doors? Asked once, when the web starts; never while somebody waits.

The provider tells it at an address that follows from its name (OpenID Connect Discovery 1.0, section 4).
"""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import urlopen

from django.conf import LazySettings

# Our setting, and what the provider calls it.
_ENDPOINTS: Final = {
    "OIDC_OP_AUTHORIZATION_ENDPOINT": "authorization_endpoint",
    "OIDC_OP_TOKEN_ENDPOINT": "token_endpoint",
    "OIDC_OP_USER_ENDPOINT": "userinfo_endpoint",
    "OIDC_OP_JWKS_ENDPOINT": "jwks_uri",
}
_ON_THIS_MACHINE: Final = frozenset({"127.0.0.1", "localhost", "::1"})


class NoProvider(Exception):
    """The identity provider cannot be used; the message is the Danish sentence with what to do."""


def connect(settings: LazySettings) -> None:
    """Fill in the addresses that the environment has not told; nothing where no provider is named."""
    missing = [name for name in _ENDPOINTS if not getattr(settings, name)]
    if not settings.PEJL_OIDC_ISSUER or not missing:
        return
    told = _told_by(settings.PEJL_OIDC_ISSUER)
    for name in missing:
        setattr(settings, name, told[_ENDPOINTS[name]])


def _told_by(issuer: str) -> dict[str, Any]:
    told = _fetched(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    if told.get("issuer") != issuer:
        raise NoProvider(
            f"Login-udbyderen kalder sig »{told.get('issuer')}«. Sæt PEJL_OIDC_ISSUER til præcis det, også skråstreger."
        )
    lacking = [each for each in _ENDPOINTS.values() if not _is_safe(str(told.get(each, "")))]
    if lacking:
        raise NoProvider(f"Login-udbyderen oplyser ikke en sikker adresse for {', '.join(lacking)}. Spørg udbyderen.")
    return told


def _fetched(address: str) -> dict[str, Any]:
    if not _is_safe(address):
        raise NoProvider("PEJL_OIDC_ISSUER skal begynde med https://. Ret adressen.")
    try:
        with urlopen(address, timeout=10) as answer:  # noqa: S310 -- the scheme is checked above
            told = json.load(answer)
    except (OSError, ValueError) as error:
        raise NoProvider(
            f"Login-udbyderen svarer ikke, som den skal ({type(error).__name__}). "
            "Se efter PEJL_OIDC_ISSUER, og om serveren kan nå den."
        ) from error
    return told if isinstance(told, dict) else {}


def _is_safe(address: str) -> bool:
    """Over a secret line, or within this machine."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _ON_THIS_MACHINE)
