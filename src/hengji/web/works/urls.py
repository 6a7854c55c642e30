"""Addresses of what every stage shares."""

from __future__ import annotations

from django.urls import path

from hengji.web.works import views

__all__ = ["urlpatterns"]

urlpatterns = [
    path("<int:pk>/", views.show, name="work"),
    path("<int:pk>/edit", views.edit, name="work_edit"),
    path("<int:pk>/move", views.move_on, name="work_move"),
]
