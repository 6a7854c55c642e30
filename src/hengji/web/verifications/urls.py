"""Addresses of the verification."""

from __future__ import annotations

from django.urls import path

from hengji.web.verifications import list_views, paper_views, step_views, views

__all__ = ["urlpatterns"]

urlpatterns = [
    path("", list_views.index, name="verifications"),
    path("assign", step_views.assign_many, name="verifications_assign"),
    path("requests/", list_views.requests, name="verification_requests"),
    path("requests/<int:pk>/answer", step_views.answer_request, name="verification_request_answer"),
    path("requests/<int:pk>/settle", step_views.settle, name="verification_request_settle"),
    path("objections/", list_views.objections, name="verification_objections"),
    path("<int:pk>/", views.show, name="verification_work"),
    path("<int:pk>/edit", views.edit, name="verification_edit"),
    path("<int:pk>/scores", views.scores, name="verification_scores"),
    path("<int:pk>/margin", views.margin, name="verification_margin"),
    path("<int:pk>/fill", views.fill, name="verification_fill"),
    path("<int:pk>/assign", step_views.assign, name="verification_assign"),
    path("<int:pk>/reassign", step_views.reassign, name="verification_reassign"),
    path("<int:pk>/declare", step_views.declare, name="verification_declare"),
    path("<int:pk>/stand-aside", step_views.stand_aside, name="verification_stand_aside"),
    path("<int:pk>/opinion", step_views.opine, name="verification_opinion"),
    path("<int:pk>/note", step_views.note, name="verification_note"),
    path("<int:pk>/interview", step_views.interview, name="verification_interview"),
    path("<int:pk>/request", step_views.ask_for, name="verification_request"),
    path("<int:pk>/object", step_views.object_to, name="verification_object"),
    path("<int:pk>/reply", step_views.reply, name="verification_reply"),
    path("<int:pk>/export/<str:what>", paper_views.export, name="verification_export"),
]
