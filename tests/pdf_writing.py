"""Writes small PDFs with text and lines at exact places, for tests of the reader.

The font is one of the names that every PDF program knows (no font file): Chinese characters are one em wide, others
half an em. Coordinates are points from the top left corner, as in the reader.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

__all__ = ["A4", "PdfPage", "write_pdf"]

A4 = (595.0, 842.0)

_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
    b"/DW 1000/W[1 95 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox"
    b"[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>"
)


@dataclass
class PdfPage:
    """What is drawn on one page, in order; `rotation` is how a viewer turns it (clockwise degrees)."""

    size: tuple[float, float] = A4
    rotation: int = 0
    lying: int = 0
    """Degrees, against the clock, by which what is drawn lies on the paper: 0, 90, 180 or 270."""
    commands: list[str] = field(default_factory=list)
    picture: tuple[bytes, int, int] | None = None
    """The grey bytes, width and height of a picture that fills the page."""

    def text(self, x: float, y: float, text: str, size: float = 12) -> PdfPage:
        """*text* with its baseline at *y*."""
        code = text.encode("utf-16-be").hex()
        self.commands.append(f"BT /F1 {size} Tf {x} {self.size[1] - y} Td <{code}> Tj ET")
        return self

    def paragraph(self, y: float, lines: list[str], left: float = 90, size: float = 12) -> PdfPage:
        """Lines below each other; the first is indented by two characters."""
        for number, line in enumerate(lines):
            self.text(left + (2 * size if number == 0 else 0), y + 20 * number, line, size)
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> PdfPage:
        height = self.size[1]
        self.commands.append(f"{x0} {height - y0} m {x1} {height - y1} l S")
        return self

    def table(
        self, top: float, rows: list[list[str]], widths: list[float], left: float = 90, height: float = 20
    ) -> PdfPage:
        """A ruled table. A cell ``<`` goes on from its left neighbour, ``^`` from the one above: no line between."""
        xs = [left + sum(widths[:index]) for index in range(len(widths) + 1)]
        for row, cells in enumerate(rows):
            y = top + row * height
            for column, cell in enumerate(cells):
                x0, x1 = xs[column], xs[column + 1]
                if cell != "^":
                    self.line(x0, y, x1, y)
                if cell != "<":
                    self.line(x0, y, x0, y + height)
                if cell not in {"<", "^"}:
                    self.text(x0 + 3, y + 14, cell, 10)
            self.line(xs[-1], y, xs[-1], y + height)
        self.line(xs[0], top + len(rows) * height, xs[-1], top + len(rows) * height)
        return self


def write_pdf(*pages: PdfPage) -> bytes:
    """The PDF of *pages*."""
    objects: list[bytes] = [b"", b"", _FONT]  # catalogue and page tree are known at the end
    numbers: list[int] = []
    for page in pages:
        commands = list(page.commands)
        resources = b"/Font<</F1 3 0 R>>"
        if page.picture is not None:
            grey, width, height = page.picture
            packed = zlib.compress(grey)
            head = f"<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceGray"
            head += f"/BitsPerComponent 8/Filter/FlateDecode/Length {len(packed)}>>stream\n"
            objects.append(head.encode() + packed + b"\nendstream")
            resources += f"/XObject<</I1 {len(objects)} 0 R>>".encode()
            commands.append(f"q {page.size[0]} 0 0 {page.size[1]} 0 0 cm /I1 Do Q")
        width, height = page.size
        turned = {90: f"0 1 -1 0 {height} 0", 180: f"-1 0 0 -1 {width} {height}", 270: f"0 -1 1 0 0 {width}"}
        if page.lying:
            commands.insert(0, f"{turned[page.lying]} cm")
        paper = (height, width) if page.lying % 180 else (width, height)
        stream = "\n".join(commands).encode()
        objects.append(b"<</Length %d>>stream\n" % len(stream) + stream + b"\nendstream")
        content = len(objects)
        box = f"/MediaBox[0 0 {paper[0]} {paper[1]}]/Rotate {page.rotation}"
        head = f"<</Type/Page/Parent 2 0 R{box}/Contents {content} 0 R/Resources<<"
        objects.append(head.encode() + resources + b">>>>")
        numbers.append(len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects[1] = f"<</Type/Pages/Count {len(numbers)}/Kids[{kids}]>>".encode()
    return _assembled(objects)


def _assembled(objects: list[bytes]) -> bytes:
    content = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        content += b"%010d 00000 n \n" % offset
    content += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(content)
