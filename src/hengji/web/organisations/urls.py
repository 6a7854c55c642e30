"""Addresses of the organisations."""

from __future__ import annotations

from django.urls import path

from hengji.web.organisations import import_views, region_views, views

__all__ = ["urlpatterns"]

urlpatterns = [
    path("", views.index, name="organisations"),
    path("new", views.create, name="organisation_create"),
    path("export", import_views.export, name="organisations_export"),
    path("import", import_views.compare, name="organisations_import"),
    path("import/apply", import_views.apply, name="organisations_import_apply"),
    path("import/template", import_views.download_template, name="organisations_template"),
    path("regions/", region_views.index, name="regions"),
    path("regions/new", region_views.create, name="region_create"),
    path("regions/<int:pk>/", region_views.edit, name="region"),
    path("<int:pk>/", views.show, name="organisation"),
    path("<int:pk>/edit", views.edit, name="organisation_edit"),
    path("<int:pk>/rename", views.rename, name="organisation_rename"),
    path("<int:pk>/merge", views.merge, name="organisation_merge"),
]
