"""Addresses of the self-evaluation."""

from __future__ import annotations

from django.urls import path

from hengji.web.evaluations import views
from hengji.web.evaluations.checking_views import begin, check
from hengji.web.evaluations.exports import export
from hengji.web.evaluations.narrative_views import narrative, passage
from hengji.web.evaluations.prefill_views import prefill, take_workbook
from hengji.web.evaluations.project_views import projects, table

__all__ = ["urlpatterns"]

urlpatterns = [
    path("", views.index, name="evaluations"),
    path("<int:pk>/", views.show, name="evaluation_work"),
    path("<int:pk>/scores", views.scores, name="evaluation_scores"),
    path("<int:pk>/margin", views.margin, name="evaluation_margin"),
    path("<int:pk>/fill", views.fill, name="evaluation_fill"),
    path("<int:pk>/comment", views.comment, name="evaluation_comment"),
    path("<int:pk>/goals/add", views.goal_add, name="evaluation_goal_add"),
    path("<int:pk>/goals/remove", views.goal_remove, name="evaluation_goal_remove"),
    path("<int:pk>/prefill", prefill, name="evaluation_prefill"),
    path("<int:pk>/return", take_workbook, name="evaluation_return"),
    path("<int:pk>/report", narrative, name="evaluation_narrative"),
    path("<int:pk>/report/passage", passage, name="evaluation_passage"),
    path("<int:pk>/table", table, name="evaluation_table"),
    path("<int:pk>/projects", projects, name="evaluation_projects"),
    path("<int:pk>/check", check, name="evaluation_check"),
    path("<int:pk>/check/begin", begin, name="evaluation_check_begin"),
    path("<int:pk>/export/<str:what>", export, name="evaluation_export"),
]
