"""Addresses of what comes in, the duty and the public letter box."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
