"""Every address of the application."""

from __future__ import annotations

from django.urls import include, path

from hengji.web.api.pages import reference
from hengji.web.frame import failures
from hengji.web.frame.years import choose
from hengji.web.search.views import index as search
from hengji.web.works import views as works

__all__ = ["handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    path("", works.my_work, name="my_work"),
    path("", include("hengji.web.accounts.urls")),
    path("year/", choose, name="choose_year"),
    path("search/", search, name="search"),
    path("history/", include("hengji.web.history.urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("works/", include("hengji.web.works.urls")),
    path("api/v1/", include("hengji.web.api.urls")),
    path("interface/", reference, name="interface"),
    path("organisations/", include("hengji.web.organisations.urls")),
    path("campaigns/", include("hengji.web.campaigns.urls")),
    path("goals/", include("hengji.web.goals.urls")),
    path("monitoring/", include("hengji.web.monitoring.urls")),
    path("evaluations/", include("hengji.web.evaluations.urls")),
    path("evidence/", include("hengji.web.evidence.urls")),
    path("verifications/", include("hengji.web.verifications.urls")),
]

handler403 = failures.not_allowed
handler404 = failures.not_found
handler500 = failures.broken
