"""A small writer of old workbooks (BIFF8 records in an OLE container), since no library of ours writes them."""

from __future__ import annotations

import struct
from collections.abc import Sequence

Record = tuple[int, bytes]

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_MINIMUM = 4096  # smaller streams would need the container's second table
_BOF, _EOF, _BOUNDSHEET = 0x809, 0x0A, 0x85


def old_workbook(rows: Sequence[Sequence[str | float]], merged: tuple[int, int, int, int] | None = None) -> bytes:
    """A workbook of one sheet."""
    globals_ = [
        (_BOF, struct.pack("<HHHHII", 0x600, 5, 0x0DBB, 0x07CC, 0, 0)),
        (0x42, struct.pack("<H", 1200)),
        (0x22, struct.pack("<H", 0)),
        (0x31, struct.pack("<HHHHHBBBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0, 1, 0) + b"A"),
        (0x41E, struct.pack("<H", 164) + _long_text('0.00"万元"')),
        *[(0xE0, _style(0))] * 15,
        (0xE0, _style(10)),
        (0xE0, _style(164)),
        (0xE0, _style(14)),
        (_BOUNDSHEET, struct.pack("<IBB", 0, 0, 0) + _short_text("收支表")),
        (_EOF, b""),
    ]
    sheet: list[Record] = [
        (_BOF, struct.pack("<HHHHII", 0x600, 0x10, 0x0DBB, 0x07CC, 0, 0)),
        (0x200, struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0)),
    ]
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            head = struct.pack("<HHH", number, column, 15 + column % 3)
            sheet.append(
                (0x204, head + _long_text(value)) if isinstance(value, str) else (0x203, head + _double(value))
            )
    if merged is not None:
        sheet.append((0xE5, struct.pack("<HHHHH", 1, *merged)))
    sheet.append((_EOF, b""))
    return ole_with([*globals_, *sheet])


def _double(value: float) -> bytes:
    return struct.pack("<d", value)


def _style(number_format: int) -> bytes:
    return struct.pack("<HHH", 0, number_format, 0) + bytes(14)


def _short_text(text: str) -> bytes:
    return struct.pack("<BB", len(text), 1) + text.encode("utf-16-le")


def _long_text(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def ole_with(records: Sequence[Record]) -> bytes:
    """The container; the place of each sheet, which its records must state, is put right."""
    stream = bytearray()
    stated: list[int] = []
    begun: list[int] = []
    for code, body in records:
        if code == _BOUNDSHEET and len(body) >= 4:
            stated.append(len(stream) + 4)
        if code == _BOF and stream:
            begun.append(len(stream))
        stream += struct.pack("<HH", code, len(body) & 0xFFFF) + body[:0xFFFF]
    for place, start in zip(stated, begun, strict=False):
        stream[place : place + 4] = struct.pack("<I", start)
    return _contained(bytes(stream))


def _contained(stream: bytes) -> bytes:
    size = max(len(stream), _MINIMUM)
    sectors = -(-size // _SECTOR)
    padded = stream.ljust(sectors * _SECTOR, b"\0")
    chain = [*range(3, sectors + 2), _END]
    table = [_FAT, _END, *chain]
    count = -(-len(table) // 128)
    if count > 1:  # only for streams beyond 64 kB, which no seed of ours is
        return padded
    fat = struct.pack(f"<{len(table)}I", *table).ljust(_SECTOR, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, _MINIMUM, _END, 0, _END, 0)
    header += struct.pack("<I", 0) + b"\xff" * (108 * 4)
    entries = _directory("Root Entry", 5, 1, _END, 0) + _directory("Workbook", 2, _FREE, 2, size)
    return header + fat + entries.ljust(_SECTOR, b"\0") + padded


def _directory(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    entry = written.ljust(64, b"\0") + struct.pack("<HBB", len(written), kind, 1)
    entry += struct.pack("<III", _FREE, _FREE, child) + bytes(36)
    return entry + struct.pack("<III", start, size, 0)


def records_in(content: bytes) -> list[Record]:
    """The records of a workbook that `old_workbook` wrote, also after changes."""
    records: list[Record] = []
    place = 3 * _SECTOR
    while place + 4 <= len(content):
        code, length = struct.unpack_from("<HH", content, place)
        if code == 0 and length == 0:
            break
        records.append((code, content[place + 4 : place + 4 + length]))
        place += 4 + length
    return records
