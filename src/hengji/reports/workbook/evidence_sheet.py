"""The sheet 佐证材料: the list of evidence, each paper with its file and the indicators it speaks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from hengji.facts.evidence import Evidence
from hengji.facts.workbook_layout import EVIDENCE, EVIDENCE_HEADINGS, MARK
from hengji.reports.workbook.book import Book, at
from hengji.reports.workbook.inputs import BLANK, WRONG, any_of
from hengji.reports.workbook.mark_sheet import FIRST_INDICATOR, INDICATOR_COLUMN
from hengji.reports.workbook.shapes import height_of
from hengji.reports.workbook.tables import Column, begin, finish, mark_checks

__all__ = ["write_evidence"]

_NUMBER, _NAME, _FILE, _INDICATORS, _PLACE, _CHECK, _CHECKSUM = range(7)
_WIDTHS: Final = (10, 40, 40, 40, 20, 26, 20)
_SPARE: Final = 40
_MOST_COMPARED: Final = 500


def write_evidence(
    book: Book, sheet: Worksheet, listed: Sequence[Evidence], indicators: int, kinds: tuple[str, ...] = (),
    spare: bool = True,
) -> None:  # fmt: skip
    """*indicators* is how many the hidden sheet lists to choose from; *kinds* are those that files must be."""
    hint = "每份材料一行，编号不重复；一份材料对应几个指标的，在“对应指标”里换行（Alt+Enter）写几个。"
    if kinds:
        hint += f"文件只收 {'、'.join(kinds)}。"
    columns = [Column(*each) for each in zip(EVIDENCE_HEADINGS, _WIDTHS, strict=True)]
    first = begin(book, sheet, EVIDENCE, hint, columns)
    last = first + len(listed) + (_SPARE if spare else 0) - 1
    for row in range(first, last + 1):
        one = listed[row - first] if row - first < len(listed) else Evidence("", "")
        paths = "\n".join("/".join(path) for path in one.indicators)
        texts = (one.number, one.name, one.file, paths, one.place)
        sheet.set_row(row, height_of(list(zip(texts, _WIDTHS[:5], strict=True))))
        for column, text in enumerate(texts):
            book.text(sheet, row, column, text, book.look("input_text", "@"))
        book.formula(sheet, row, _CHECK, _check(row, (first, last), kinds), book.look("live_text"))
        book.text(sheet, row, _CHECKSUM, one.sha256, book.look("input_text", "@"))
    if indicators:
        end = FIRST_INDICATOR + indicators - 1
        source = f"={at(MARK, FIRST_INDICATOR, INDICATOR_COLUMN)}:{at(MARK, end, INDICATOR_COLUMN).split('!')[1]}"
        words = {
            "error_type": "information",
            "error_title": "对应指标",
            "error_message": "请从列表里选；几个指标的，每行一个。",
        }
        sheet.data_validation(first, _INDICATORS, last, _INDICATORS, {"validate": "list", "source": source} | words)
    mark_checks(book, sheet, (first, last), _CHECK, (_NUMBER, _NAME, _FILE))
    finish(sheet, last, _CHECK)


def _check(row: int, rows: tuple[int, int], kinds: tuple[str, ...]) -> str:
    number, name, file, indicators = (at(EVIDENCE, row, column) for column in (_NUMBER, _NAME, _FILE, _INDICATORS))
    problems = [(f'{number}=""', f"{WRONG}没有编号"), (f'{name}=""', f"{WRONG}没有材料名称")]
    if rows[1] - rows[0] < _MOST_COMPARED:
        numbers = f"{at(EVIDENCE, rows[0], _NUMBER)}:{at(EVIDENCE, rows[1], _NUMBER).split('!')[1]}"
        problems.append((f"SUMPRODUCT(--({numbers}={number}))>1", f"{WRONG}编号重复"))
    problems += [(f'{file}=""', f"{BLANK}文件"), (f'{indicators}=""', f"{BLANK}对应指标")]
    if kinds:
        fits = [f'LOWER(RIGHT({file},{len(kind) + 1}))=".{kind}"' for kind in kinds]
        problems.insert(-1, (f'AND({file}<>"",NOT({any_of(fits)}))', f"{WRONG}文件应为{'或'.join(kinds)}"))
    formula = '""'
    for condition, words in reversed(problems):
        formula = f'IF({condition},"{words}",{formula})'
    return f'IF({number}&{name}&{file}&{indicators}="","",{formula})'
