"""A paper of the fourth set: true text with named places, faults that replace one place each, labels, and files of
four kinds. ⟦name|text⟧ is a place; whatever is labelled is named."""

from __future__ import annotations

import io
import json
import re
import string
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from html import escape
from pathlib import Path
from typing import Any

from samples.arithmetic import Shown, exactly

__all__ = ["D", "Paper", "ch", "pc", "q", "write_set"]

D = Decimal
Number = Decimal | Fraction | int

_PLACE = re.compile(r"⟦([^|⟧]+)\|([^⟧]*)⟧")
_UNIT = re.compile(r"[\d.,%]+|.", re.DOTALL)
_BESIDE = re.compile(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=[\d%])(?=[\u4e00-\u9fff])")
_DROPPED = re.compile(r"[\s|\u3000]")
_NEVER_FIRST = "，。；：、）”》%"
_FIRST_DAY = datetime(2024, 1, 1)


def q(value: Number, places: int = 2) -> Decimal:
    """*value* rounded half up."""
    exact = Fraction(value)
    sign = -1 if exact < 0 else 1
    whole = int(abs(exact) * 10**places + Fraction(1, 2))
    return sign * Decimal(whole).scaleb(-places)


def pc(part: Number, whole: Number, places: int = 2) -> str:
    """*part* of *whole* in per cent."""
    return f"{q(Fraction(part) / Fraction(whole) * 100, places)}%"


def ch(new: Number, old: Number, places: int = 2) -> str:
    """By how many per cent *new* differs from *old*, without a sign."""
    return pc(abs(Fraction(new) - Fraction(old)), old, places)


def _flat(text: str) -> str:
    return _DROPPED.sub("", text)


def _lines(text: str, width: int) -> str:
    out, used = "", 0
    for unit in _UNIT.findall(text):
        if unit == "\n":
            out, used = out + unit, 0
            continue
        if used + len(unit) > width and unit not in _NEVER_FIRST:
            out, used = out + "\n", 0
        out, used = out + unit, used + len(unit)
    return out


@dataclass(frozen=True)
class _Label:
    kind: str
    names: tuple[str, ...]
    formula: str
    verdict: str
    note: str
    planted: tuple[str, ...] = ()


Rows = Sequence[Sequence[object]]


@dataclass
class Paper:
    """*file*: its name, whose ending is its kind; *width*: characters of a line of a text, 0 for unbroken;
    *spaced*: with blanks round the figures of a text."""

    file: str
    width: int = 0
    gap: str = "\t"
    spaced: bool = False
    _blocks: list[tuple[str, Any]] = field(default_factory=list)
    _false: dict[str, str] = field(default_factory=dict)
    _labels: list[_Label] = field(default_factory=list)
    _names: set[str] = field(default_factory=set)

    def __call__(self, name: str, value: object) -> str:
        """A named place that holds *value*."""
        if name in self._names:
            raise ValueError(f"{self.file}: {name} twice")
        self._names.add(name)
        return f"⟦{name}|{value}⟧"

    def p(self, *texts: str) -> None:
        """Paragraphs."""
        self._blocks.extend(("p", text) for text in texts)

    def h(self, *texts: str) -> None:
        """Headings, or lines that stand for themselves."""
        self._blocks.extend(("h", text) for text in texts)

    def t(self, rows: Rows, gap: str = "") -> None:
        """A table; in a text its cells are parted by *gap*."""
        self._blocks.append(("t", ([[str(cell) for cell in row] for row in rows], gap or self.gap)))

    def fault(self, kind: str, names: str, false: Mapping[str, object], formula: str = "", note: str = "") -> None:
        """Puts *false* in place of what is true; *names* are those of the relation, in the order of the letters."""
        if not set(false) <= set(names.split()):
            raise ValueError(f"{self.file}: {names} without {set(false)}")
        self._false |= {name: str(text) for name, text in false.items()}
        self._labels.append(_Label(kind, tuple(names.split()), formula, "error", note, tuple(false)))

    def ok(self, kind: str, names: str, formula: str = "", note: str = "") -> None:
        """A relation that holds."""
        self._labels.append(_Label(kind, tuple(names.split()), formula, "ok", note))

    def near(self, kind: str, names: str, formula: str, note: str = "") -> None:
        """A relation that holds but for the rounding of its figures."""
        self._labels.append(_Label(kind, tuple(names.split()), formula, "ok-within-rounding", note))

    @property
    def clean(self) -> bool:
        return not self._false

    def _resolved(self, text: str) -> str:
        return _PLACE.sub(lambda found: self._false.get(found[1], found[2]), text)

    def _strings(self) -> Iterable[str]:
        for kind, content in self._blocks:
            if kind == "t":
                rows, _ = content
                for row in rows:
                    yield from row
            else:
                yield str(content)

    def _located(self) -> tuple[str, dict[str, tuple[int, int]]]:
        flat, spans = "", {}
        for text in self._strings():
            last = 0
            for found in _PLACE.finditer(text):
                flat += _flat(text[last : found.start()])
                figure = _flat(self._false.get(found[1], found[2]))
                spans[found[1]] = (len(flat), len(flat) + len(figure))
                flat += figure
                last = found.end()
            flat += _flat(text[last:])
        return flat, spans

    def labels(self, number: str) -> list[dict[str, object]]:
        """The rows of labels.jsonl."""
        flat, spans = self._located()
        unknown = set(self._false) - set(spans)
        if unknown:
            raise ValueError(f"{self.file}: no places {sorted(unknown)}")
        ordered = sorted(self._labels, key=lambda label: label.verdict)
        return [self._row(f"{number}-{place:03d}", label, flat, spans) for place, label in enumerate(ordered, start=1)]

    def _row(self, name: str, label: _Label, flat: str, spans: Mapping[str, tuple[int, int]]) -> dict[str, object]:
        computed, stated = "", ""
        if label.formula:
            computed, stated, holds = _tried(label.formula, [flat[slice(*spans[one])] for one in label.names])
            if holds != (label.verdict == "ok") and label.verdict != "ok-within-rounding":
                raise ValueError(f"{self.file}: {label.names} {label.formula} {computed} {stated}")
        return {
            "id": name,
            "doc": self.file,
            "class": label.kind,
            "anchors": [_anchor(flat, *spans[one]) for one in label.names],
            "formula": label.formula,
            "computed": computed,
            "stated": stated,
            "verdict": label.verdict,
            "note": label.note,
            "planted": [label.names.index(one) for one in label.planted if one in label.names],
        }

    def write(self, folder: Path) -> None:
        """The document."""
        path = folder / self.file
        {".txt": self._text, ".docx": self._word, ".html": self._html, ".xlsx": self._sheet}[path.suffix](path)

    def _text(self, path: Path) -> None:
        out: list[str] = []
        for kind, content in self._blocks:
            if kind == "t":
                rows, gap = content
                out.extend(gap.join(self._resolved(cell) for cell in row) for row in rows)
            elif kind == "p":
                text = "　　" + self._resolved(str(content))
                text = _BESIDE.sub(" ", text) if self.spaced else text
                out.append(_lines(text, self.width) if self.width else text)
            else:
                out.append(self._resolved(str(content)))
        path.write_text("\n".join(out) + "\n", encoding="utf-8")

    def _word(self, path: Path) -> None:
        from docx import Document

        paper = Document()
        for kind, content in self._blocks:
            if kind == "t":
                rows, _ = content
                table = paper.add_table(len(rows), max(map(len, rows)), style="Table Grid")
                for line, row in zip(table.rows, rows, strict=True):
                    for cell, text in zip(line.cells, row, strict=False):
                        cell.text = self._resolved(text)
            elif kind == "h":
                paper.add_paragraph().add_run(self._resolved(str(content))).bold = True
            else:
                paper.add_paragraph("　　" + self._resolved(str(content)))
        held = io.BytesIO()
        paper.save(held)
        _frozen(held.getvalue(), path)

    def _html(self, path: Path) -> None:
        out = ['<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">', "<title></title></head><body>"]
        for kind, content in self._blocks:
            if kind == "t":
                rows, _ = content
                out.append('<table border="1">')
                for row in rows:
                    out.append("<tr>" + "".join(f"<td>{escape(self._resolved(one))}</td>" for one in row) + "</tr>")
                out.append("</table>")
            elif kind == "h":
                out.append(f"<p><b>{escape(self._resolved(str(content)))}</b></p>")
            else:
                out.append(f"<p>　　{escape(self._resolved(str(content)))}</p>")
        path.write_text("\n".join([*out, "</body></html>"]) + "\n", encoding="utf-8")

    def _sheet(self, path: Path) -> None:
        from xlsxwriter import Workbook

        held = io.BytesIO()
        book = Workbook(held, {"in_memory": True})
        book.set_properties({"created": _FIRST_DAY})
        sheet, line = book.add_worksheet("附表"), 0
        for kind, content in self._blocks:
            rows = content[0] if kind == "t" else [[str(content)]]
            for row in rows:
                for column, text in enumerate(row):
                    said = self._resolved(text)
                    if said:
                        sheet.write_string(line, column, said)
                line += 1
        book.close()
        _frozen(held.getvalue(), path)


def _frozen(content: bytes, path: Path) -> None:
    """A zip file whose times are all the same."""
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            new.writestr(zipfile.ZipInfo(one.filename, (2024, 1, 1, 0, 0, 0)), old.read(one), zipfile.ZIP_DEFLATED)


def _anchor(flat: str, start: int, end: int) -> dict[str, str]:
    for reach in range(2, 90):
        before, after = flat[max(0, start - reach) : start], flat[end : end + min(reach, 2 + reach // 3)]
        if flat.count(before + flat[start:end] + after) == 1:
            return {"before": before, "figure": flat[start:end], "after": after}
    raise ValueError(f"no anchor: {flat[start - 9 : end + 9]}")


def _tried(formula: str, figures: Sequence[str]) -> tuple[str, str, bool]:
    """What the left side gives, what is stated on the right, and whether they agree at its decimals."""
    values = [Decimal(re.sub(r"[^\d.\-]", "", figure)) for figure in figures]
    right = string.ascii_lowercase.index(formula.rpartition("=")[2])
    exact, _, _ = exactly(formula, [Shown(Fraction(value), 0) for value in values])
    stated = values[right]
    computed = q(exact, max(0, -int(stated.as_tuple().exponent)))
    return str(computed), figures[right], computed == stated


def write_set(papers: Sequence[Paper], folder: Path) -> None:
    """The documents, labels and manifest of a set, all of it anew."""
    documents = folder / "documents"
    documents.mkdir(exist_ok=True)
    for old in documents.iterdir():
        old.unlink()
    for paper in papers:
        paper.write(documents)
    labels = [row for paper in papers for row in paper.labels(paper.file[:3])]
    manifest = [{"doc": paper.file, "half": "held_out", "clean": paper.clean} for paper in papers]
    (folder / "labels.jsonl").write_text(_rows_text(labels), encoding="utf-8")
    (folder / "manifest.jsonl").write_text(_rows_text(manifest), encoding="utf-8")


def _rows_text(rows: Iterable[Mapping[str, object]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
