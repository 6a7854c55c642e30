"""Addresses of the history."""

from __future__ import annotations

from django.urls import path

from hengji.web.history import views

__all__ = ["urlpatterns"]

urlpatterns = [
    path("", views.index, name="history"),
    path("<int:sequence>/", views.show, name="history_entry"),
    path("<slug:kind>/<int:pk>/", views.of_object, name="history_of"),
]
