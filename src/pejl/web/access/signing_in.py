"""How does a person sign in? With a password in a demo, through the municipality's identity provider in production."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import SuspiciousOperation
from django.db.models import QuerySet
from django.http import HttpRequest
from jwt import PyJWTError
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from requests import RequestException

from pejl.web.access.models import User

_LOG: Final = logging.getLogger(__name__)
# What can go wrong between us and the provider; none of it is for the person to see.
_FAILURES: Final = (SuspiciousOperation, RequestException, PyJWTError, KeyError, ValueError)


class PasswordBackend(ModelBackend):
    """User name and password, where the municipality allows it."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> Any:
        """The user, or None; the form refuses one that is closed, once the password has proved who it is."""
        if not settings.PEJL_PASSWORD_LOGIN or username is None:
            return None
        return super().authenticate(request, username=username, password=password, **kwargs)

    def user_can_authenticate(self, user: Any) -> bool:
        """Whether the password may be tried."""
        return True

    def get_user(self, user_id: int) -> User | None:
        """Whoever is signed in, as long as they are not closed."""
        return active_user(user_id)


class MunicipalityBackend(OIDCAuthenticationBackend):  # type: ignore[misc]  # the library ships no types
    """The identity provider says who it is; what they may do is decided here. Nobody is made on the fly."""

    def authenticate(self, request: HttpRequest | None, **kwargs: Any) -> User | None:
        """The user with the name the provider gives, closed or not; None when there is none, or it went wrong."""
        try:
            found: User | None = super().authenticate(request, **kwargs)
        except _FAILURES as error:
            _LOG.warning("signing in failed: %s", type(error).__name__)
            return None
        return found

    def get_or_create_user(self, access_token: str, id_token: str, payload: Mapping[str, Any]) -> User | None:
        """Never made; a person the provider knows and we do not is told so."""
        found: User | None = super().get_or_create_user(access_token, id_token, payload)
        self.request.stranger = found is None
        return found

    def verify_token(self, token: str, **kwargs: Any) -> Any:
        """Besides signature, nonce and hour: that the provider we chose wrote it, and to us."""
        payload = super().verify_token(token, **kwargs)
        heard = payload.get("aud")
        if settings.OIDC_RP_CLIENT_ID not in ([heard] if isinstance(heard, str) else heard or ()):
            raise SuspiciousOperation("the token is for somebody else")
        if settings.PEJL_OIDC_ISSUER and payload.get("iss") != settings.PEJL_OIDC_ISSUER:
            raise SuspiciousOperation("the token is from somebody else")
        return payload

    def get_userinfo(self, access_token: str, id_token: str, payload: Mapping[str, Any]) -> Any:
        """What the provider tells of the person, who must be the one in the token.

        Some tell the user name only in the token (Microsoft's do), others only when asked.
        """
        told = super().get_userinfo(access_token, id_token, payload)
        if told.get("sub") != payload.get("sub"):
            raise SuspiciousOperation("the answer is about somebody else")
        return {**told, **payload}

    def filter_users_by_claims(self, claims: Mapping[str, Any]) -> QuerySet[User]:
        """The user whose user name is the claim's."""
        return User.objects.filter(username__iexact=_named(claims))

    def verify_claims(self, claims: Mapping[str, Any]) -> bool:
        """A claim must name somebody."""
        return bool(_named(claims))

    def get_user(self, user_id: int) -> User | None:
        """Whoever is signed in, as long as they are not closed."""
        return active_user(user_id)


def _named(claims: Mapping[str, Any]) -> str:
    return str(claims.get(settings.PEJL_OIDC_CLAIM) or "").strip()


def active_user(user_id: int) -> User | None:
    """The user, unless closed since they signed in."""
    return User.objects.filter(pk=user_id, is_active=True).first()


def through_the_municipality() -> bool:
    """Whether the identity provider's addresses are known, so that people can sign in there."""
    return bool(settings.OIDC_RP_CLIENT_ID and settings.OIDC_OP_AUTHORIZATION_ENDPOINT)


def name_typed(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str | None:
    """Whom a wrong password counts against: the letters' case is no other person, for signing in does not mind it."""
    source: Iterable[Mapping[str, Any]] = (credentials or {}, request.POST)
    name = next((each["username"] for each in source if each.get("username")), None)
    return str(name).strip().casefold() if name else None
