"""Addresses, grouped by who reads them."""

from django.urls import path

from .pages import health

urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
]
