"""Changes one digit of one figure at a time in the prescribed forms of one made-up office.

Four samples are the tables that a budget and a final account must publish (财预〔2016〕143号), their cells kept by tabs
and, as ``pdftotext -layout`` leaves them, by blanks. Four are the forms of performance (财预〔2018〕167号 and what
provinces made of it): goals, monitoring, self-evaluation, scoring, survey; by tabs, by tabs that merged cells left
ragged, by blanks, and one cell a line. There most figures are goals and results that nothing else bears out, so that
no checker can notice all. Says in how many an error is raised, a doubt, or nothing, and what is said against the sound
forms. ``python bench/cells_of_forms.py [--every N] [--missed]``
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from measuring.checker import CheckText, Report, load_checker, read_reports
from measuring.showing import console, percent, print_rows, save

__all__ = ["FORMS", "amounts_of", "changed", "main"]

FORMS = Path(__file__).resolve().parent / "samples" / "prescribed_forms"
_AMOUNT = re.compile(r"(?<![\d.,])\d[\d,]*\.\d\d(?![\d.])")
_FIGURE = re.compile(r"(?<![\d.,—-])(?:\d[\d,]*\.\d+|\d[\d,]+)(?![\d.年月日])")
"""What goals and results are told in: every figure of two digits, but no date."""
_OTHER = 3
"""By how much the second digit is moved on, so that it is never what it was."""


def amounts_of(text: str, *, goals: bool = False) -> list[tuple[int, int]]:
    """Where the amounts with two decimals stand; in forms of *goals* every figure of two digits."""
    return [match.span() for match in (_FIGURE if goals else _AMOUNT).finditer(text)]


def changed(text: str, span: tuple[int, int]) -> str:
    """*text* with the second digit of the amount at *span* another one."""
    place = [at for at in range(*span) if text[at].isdigit()][1]
    return text[:place] + str((int(text[place]) + _OTHER) % 10) + text[place + 1 :]


def _raised(reports: Sequence[Report]) -> set[tuple[str, str]]:
    return {(one.verdict, one.message) for one in reports if one.raised}


def _outcome(before: set[tuple[str, str]], after: set[tuple[str, str]]) -> str:
    verdicts = {verdict for verdict, _ in after - before}
    return next((verdict for verdict in ("error", "suspicious") if verdict in verdicts), "nothing")


def main(arguments: Sequence[str] = (), check_text: CheckText | None = None) -> int:
    """Prints the outcomes by form and writes out/bench/cells_of_forms.json."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=6, metavar="N", help="only every Nth amount")
    parser.add_argument("--missed", action="store_true", help="print the amounts of which nothing was said")
    options = parser.parse_args(arguments)
    screen = console()
    checker = check_text or load_checker()
    if checker is None:
        screen.print("cells_of_forms: there is no hengji.workflows.checking yet; nothing was measured")
        return 0
    rows, missed, figures = [], [], {}
    for path in sorted(FORMS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        sound = _raised(read_reports(checker(text, path.name)))
        counts: Counter[str] = Counter()
        for span in amounts_of(text, goals=path.name.startswith("performance"))[:: options.every]:
            outcome = _outcome(sound, _raised(read_reports(checker(changed(text, span), path.name))))
            counts[outcome] += 1
            if outcome == "nothing":
                missed.append(f"{path.name} {text[: span[0]].count(chr(10)) + 1}: {text[slice(*span)]}")
        alarms = sum(verdict == "error" for verdict, _ in sound)
        figures[path.stem] = {**counts, "false_errors": alarms}
        total, found = sum(counts.values()), counts["error"]
        shown = [str(total), str(found), percent(found / total), str(counts["suspicious"]), str(alarms)]
        rows.append([path.stem, *shown])
    print_rows(
        screen, "cells changed in prescribed forms", ["form", "changed", "error", "share", "doubt", "false"], rows
    )
    if options.missed:
        for one in missed:
            screen.print(f"  {one}", markup=False, highlight=False)
    screen.print(f"  → {save('cells_of_forms', {'forms': figures, 'missed': missed})}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
