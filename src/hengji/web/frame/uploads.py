"""Stops what is larger than evidence may be: by what it says of itself before a byte is read, else as it comes in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest, HttpResponse

from hengji.web.frame.failures import too_large

__all__ = ["BoundedRequest", "BoundedUpload"]

_BESIDE: Final = 1024 * 1024
"""Bytes that a form with files may hold besides them."""


class BoundedRequest:
    """Answers a request that announces more than any page takes, without reading it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if announced.isdecimal() and int(announced) > settings.UPLOAD_LIMIT + _BESIDE:
            response = too_large(request, int(announced), settings.UPLOAD_LIMIT)
            response["Connection"] = "close"
            return response
        return self.get_response(request)


class BoundedUpload(FileUploadHandler):
    """Counts what comes in over all files of a request; marks the request where it was too much."""

    def __init__(self, request: object = None) -> None:
        super().__init__(request)  # type: ignore[arg-type]
        self._seen = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self._seen += len(raw_data)
        if self._seen > settings.UPLOAD_LIMIT:
            if self.request is not None:
                self.request.upload_was_too_large = True  # type: ignore[attr-defined]
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
