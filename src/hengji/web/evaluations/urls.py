"""Addresses of the self-evaluation."""

from __future__ import annotations

from django.urls import path

from hengji.web.evaluations import views

__all__ = ["urlpatterns"]

urlpatterns = [
    path("", views.index, name="evaluations"),
    path("<int:pk>/", views.show, name="evaluation_work"),
    path("<int:pk>/scores", views.scores, name="evaluation_scores"),
]
