"""Addresses of evidence."""

from __future__ import annotations

from django.urls import path

from hengji.web.evidence import views

__all__ = ["urlpatterns"]

urlpatterns = [
    path("works/<int:pk>/", views.index, name="evidence_of_work"),
    path("works/<int:pk>/upload", views.upload, name="evidence_upload"),
    path("<int:pk>/", views.show, name="evidence"),
    path("<int:pk>/file", views.download, name="evidence_file"),
    path("<int:pk>/picture", views.picture, name="evidence_picture"),
    path("<int:pk>/pages/<int:number>.png", views.page, name="evidence_page"),
    path("<int:pk>/cite", views.add_citation, name="evidence_cite"),
    path("<int:pk>/delete", views.delete, name="evidence_delete"),
    path("citations/<int:pk>/delete", views.delete_citation, name="citation_delete"),
]
