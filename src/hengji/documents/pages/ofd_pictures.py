"""Scanned OFD pages: which file of the archive is the picture that fills a page.

GB/T 33190: an ImageObject names a resource; the resource files that the document (and the page) name say which media
file that is, below the folder that each resource file gives as its base.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element  # types only: parsing is left to defusedxml

from hengji.documents.archive import attribute, local_name
from hengji.documents.pages.ofd_objects import numbers

__all__ = ["PagePicture", "media_files", "page_picture"]

_MOSTLY: Final = 0.5


class PagePicture(NamedTuple):
    """The name of a page's picture in the archive, and its width on the page in millimetres."""

    entry: str
    width: float


def media_files(resources: Iterable[tuple[str, Element]], resolved: Callable[[str, str], str]) -> dict[str, str]:
    """The archive's names of media files by resource id, given resource files, each with its folder."""
    files: dict[str, str] = {}
    for folder, resource in resources:
        base = resolved(folder, attribute(resource, "BaseLoc"))
        for media in resource.iter():
            if local_name(media) == "MultiMedia":
                located = next(((each.text or "") for each in media if local_name(each) == "MediaFile"), "")
                files[attribute(media, "ID")] = resolved(base, located)
    return files


def page_picture(parts: Iterable[Element], box: str, files: Mapping[str, str]) -> PagePicture | None:
    """The picture that covers most of the page, if one does."""
    page = numbers(box, 4)
    area = page[2] * page[3] if page is not None else 0.0
    for part in parts:
        for element in part.iter():
            place = numbers(attribute(element, "Boundary"), 4) if local_name(element) == "ImageObject" else None
            if place is not None and place[2] > 0 and place[2] * place[3] > _MOSTLY * area > 0:
                return PagePicture(files.get(attribute(element, "ResourceID"), ""), place[2])
    return None
