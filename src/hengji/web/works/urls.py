"""Addresses of what every stage shares."""

from __future__ import annotations

from django.urls import path

from hengji.web.works import time_views, views

__all__ = ["urlpatterns"]

urlpatterns = [
    path("<int:pk>/", views.show, name="work"),
    path("<int:pk>/edit", views.edit, name="work_edit"),
    path("<int:pk>/move", views.move_on, name="work_move"),
    path("<int:pk>/ask-for-time", time_views.ask, name="work_ask_for_time"),
    path("deadlines/<int:pk>/answer", time_views.answer, name="deadline_answer"),
]
