"""Chinese first: English comes by the switch in the menu, not by what a browser happens to be set to."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils.translation import override

__all__ = ["ChosenLanguage", "chinese"]


class ChosenLanguage(LocaleMiddleware):
    """The language that the person chose (it travels in a cookie), otherwise Chinese."""

    def process_request(self, request: HttpRequest) -> None:
        request.META.pop("HTTP_ACCEPT_LANGUAGE", None)
        super().process_request(request)


def chinese(thing: object) -> str:
    """What *thing* is called in Chinese: papers, sources and file names are Chinese in whatever language one works."""
    with override(settings.LANGUAGE_CODE):
        return str(thing)
