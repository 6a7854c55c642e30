"""Addresses of the monitoring."""

from __future__ import annotations

from django.urls import path

from hengji.web.monitoring import views

__all__ = ["urlpatterns"]

urlpatterns = [
    path("", views.index, name="monitoring"),
    path("<int:pk>/", views.show, name="monitoring_work"),
    path("<int:pk>/lights", views.lights, name="monitoring_lights"),
    path("<int:pk>/notices", views.notify, name="monitoring_notify"),
    path("<int:pk>/notices/<int:notice>/answer", views.answer_notice, name="monitoring_answer"),
]
