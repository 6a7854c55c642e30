"""Whether time grows with the length alone where only patterns work.

What a regular expression tries in vain cannot be counted, so it is timed here and not in the tests.
``python bench/growth_of_time.py [--rounds N]``; fails beyond a limit.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from check_speed import exponent
from measuring.showing import console, print_rows, save

from hengji.checks.check import check
from hengji.documents.plain.text_reader import document_of_text
from hengji.documents.reading import read_document

__all__ = ["CHECKED", "READ", "main"]

TextOf = Callable[[int], str]

LIMIT = 1.5
"""Power of the length that the time may grow with: 1 is linear, 2 has each character looked at from each other."""
_TIMES = 8
_REPORT = "示例市水务局2022年度部门整体支出绩效自评报告\n\n"

READ: Mapping[str, TextOf] = {
    "blanks": lambda n: " " * n + "a",
    "dots": lambda n: "." * n + "x  5 x",
    "dots and tabs": lambda n: ".\t" * n + "x",
    "leaders": lambda n: "... " * n + "\ta",
    "unit and blanks": lambda n: "单位" + " " * n + "x",
    "comments": lambda n: "<!--a-->" * n,
    "spans": lambda n: "<table>" + ("<tr>" + "<td rowspan=1000 colspan=1000>a" * 2) * (n // 100),
}
"""Texts that were once read in the square of their length, by what they repeat."""

CHECKED: Mapping[str, TextOf] = {
    "blank lines": lambda n: "收入443.66万元。\n" + "\n" * 8 * n + "支出443.66万元。\n",
    "lines of blanks": lambda n: "收入443.66万元。\n" + "   \n" * 4 * n + "支出443.66万元。\n",
    "blanks": lambda n: "收入443.66万元。" + " " * 12 * n + "支出443.66万元。\n",
    "blank lines behind every figure": lambda n: ("完成45次，得分95分，占5%，支出3万元" + "\n" * n + "。") * 4,
    "page breaks": lambda n: "\f" * 8 * n + "支出443.66万元。\n",
    "scores without stops": lambda n: "得分：95分\n" * n,
    "digits": lambda n: "1" * 4 * n,
    "digits and commas": lambda n: "1,234," * n,
    "quotation marks that open": lambda n: "“支出" * n,
    "names and no count": lambda n: "包括" + "、".join(f"第{i}中学" for i in range(n)) + "等5所学校。",
}
"""The same of texts that were once checked so."""


def _seconds(work: Callable[[str], object], text: str, rounds: int) -> float:
    def once() -> float:
        begun = time.process_time()
        work(text)
        return time.process_time() - begun

    return min(once() for _ in range(rounds))


def _read(text: str) -> None:
    read_document(text.encode(), "a.txt")


def _check(text: str) -> None:
    check(document_of_text(_REPORT + text, "a.txt"))


def main(arguments: Sequence[str] = (), shortest: tuple[int, int] = (12_500, 200)) -> int:
    """Prints how time grows, for texts *shortest* (read, checked) long and eight times as long; writes
    out/bench/growth_of_time.json."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    rounds = parser.parse_args(arguments).rounds
    rows: list[list[str]] = []
    passed: list[str] = []
    series = (("read", _read, READ, shortest[0]), ("check", _check, CHECKED, shortest[1]))
    for done, work, texts, size in series:
        for name, text_of in texts.items():
            sizes = (size, _TIMES * size)
            seconds = [_seconds(work, text_of(length), rounds) for length in sizes]
            power = exponent(sizes, seconds)
            assert power is not None
            rows.append([done, name, *(f"{1000 * second:.1f}" for second in seconds), f"{power:.2f}"])
            if power > LIMIT:
                passed.append(name)
    header = ["work", "text", "ms", f"ms of {_TIMES} times the length", "power"]
    print_rows(console(), f"time grows with the length to a power, at most {LIMIT}", header, rows)
    console().print(f"  → {save('growth_of_time', {'rows': [dict(zip(header, row, strict=True)) for row in rows]})}")
    for name in passed:
        console().print(f"  {name}: the limit is passed")
    return 1 if passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
