"""Amounts of the prescribed forms are changed one digit at a time, and what is said of the change is counted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cells_of_forms
import pytest


def test_a_changed_amount_differs_in_its_second_digit_alone() -> None:
    text = "合计 765.43 0.00"
    assert [text[slice(*span)] for span in cells_of_forms.amounts_of(text)] == ["765.43", "0.00"]
    assert [cells_of_forms.changed(text, span) for span in cells_of_forms.amounts_of(text)] == [
        "合计 795.43 0.00",
        "合计 765.43 0.30",
    ]


def test_in_forms_of_goals_every_figure_of_two_digits_is_changed_and_no_date() -> None:
    text = "2024年度 ≥60家 62家 6场 97.20% 3月12日"
    spans = cells_of_forms.amounts_of(text, goals=True)
    assert [text[slice(*span)] for span in spans] == ["60", "62", "97.20"]


def says_only_of_hundreds(text: str, name: str) -> list[dict[str, Any]]:
    """A checker that doubts every paper and finds an error where an amount begins with 79."""
    found = ["79" in text[slice(*span)][:2] for span in cells_of_forms.amounts_of(text)]
    return [
        {"kind": "sum", "verdict": verdict, "figures": [], "computed": "", "stated": "", "message": verdict}
        for verdict in ["suspicious", *(["error"] if any(found) else [])]
    ]


def test_what_was_said_before_is_not_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "form.txt").write_text("合计 765.43\n其他 1.20\n", encoding="utf-8")
    monkeypatch.setattr(cells_of_forms, "FORMS", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert cells_of_forms.main(["--every", "1", "--missed"], says_only_of_hundreds) == 0
    shown = capsys.readouterr().out
    assert "50.0%" in shown
    assert "form.txt 2: 1.20" in shown


def test_every_form_has_amounts() -> None:
    forms = sorted(cells_of_forms.FORMS.glob("*.txt"))
    assert len(forms) == 8
    assert all(len(cells_of_forms.amounts_of(path.read_text(encoding="utf-8"))) > 100 for path in forms)
