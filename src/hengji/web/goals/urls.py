"""Addresses of the goal tables."""

from __future__ import annotations

from django.urls import path

from hengji.web.goals import table_views, views
from hengji.web.projects import views as project_views

__all__ = ["urlpatterns"]

urlpatterns = [
    path("", views.index, name="goals"),
    path("<int:pk>/", views.show, name="goals_work"),
    path("<int:pk>/checks", views.checks, name="goals_checks"),
    path("<int:pk>/library", views.library, name="goals_library"),
    path("<int:pk>/remarks", views.add_remark, name="goals_remark"),
    path("<int:pk>/remarks/<int:number>/resolve", views.resolve_remark, name="goals_resolve"),
    path("<int:pk>/versions", table_views.versions, name="goals_versions"),
    path("<int:pk>/import", table_views.take_over, name="goals_import"),
    path("<int:pk>/import/apply", table_views.apply, name="goals_import_apply"),
    path("<int:pk>/export/<str:ending>", table_views.export, name="goals_export"),
    path("<int:pk>/projects", project_views.projects, name="goals_projects"),
    path("<int:pk>/projects/<int:project>/withdraw", project_views.withdraw, name="goals_project_withdraw"),
]
