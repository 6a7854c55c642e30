"""Addresses of the rounds."""

from __future__ import annotations

from django.urls import path

from hengji.web.campaigns import bulk_views, views

__all__ = ["urlpatterns"]

urlpatterns = [
    path("", views.index, name="campaigns"),
    path("begin", views.begin_first, name="campaign_begin_first"),
    path("<int:pk>/", views.show, name="campaign"),
    path("<int:pk>/edit", views.edit, name="campaign_edit"),
    path("<int:pk>/begin-next", views.begin, name="campaign_begin"),
    path("<int:pk>/open", views.open_round, name="campaign_open"),
    path("<int:pk>/close", views.close, name="campaign_close"),
    path("<int:pk>/extend", bulk_views.extend, name="campaign_extend"),
    path("<int:pk>/remind", bulk_views.remind_many, name="campaign_remind"),
    path("<int:pk>/reopen", bulk_views.reopen, name="campaign_reopen"),
]
