"""How large a picture stands on the page: as wide as asked, unless it would be higher than the page."""

from __future__ import annotations

from typing import Final

from hengji.reports.paper.blocks import Picture

__all__ = ["height_of_picture", "share_of_width"]

_MOST: Final = 0.85
"""Of the text's height: the caption must fit below."""


def share_of_width(picture: Picture, across: float, down: float) -> float:
    """The share of the text's width that the picture takes on a page whose text is *across* wide and *down* high."""
    wanted = min(max(picture.width, 0.05), 1.0)
    return min(wanted, _MOST * down / (across * _slope(picture)))


def height_of_picture(picture: Picture, across: float, down: float) -> float:
    """Its height, in the unit of *across* and *down*."""
    return across * share_of_width(picture, across, down) * _slope(picture)


def _slope(picture: Picture) -> float:
    """Height over width. A png says both in its bytes 16 to 24."""
    wide, high = int.from_bytes(picture.png[16:20], "big"), int.from_bytes(picture.png[20:24], "big")
    return high / wide if wide and high else 0.6
