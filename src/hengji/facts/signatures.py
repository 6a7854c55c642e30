"""Who answers for a scorecard or a verification, what the department objected, and what the agency replied.

Nobody has to be known: a paper shows a line to sign where a name is missing.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["NOBODY", "Objection", "Signatures"]

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Objection:
    """The department's answer to a deduction, and the agency's reply to it (empty while there is none)."""

    path: Path
    text: str
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Names and dates as they are to be printed; empty where they are not known.

    `filled_on` is the department's date, `verified_on` the verifier's and `reviewed_on` the lead verifier's.
    """

    agency: str = ""
    preparer: str = ""
    approver: str = ""
    filled_on: str = ""
    verifier: str = ""
    lead_verifier: str = ""
    verified_on: str = ""
    reviewed_on: str = ""
    objections: tuple[Objection, ...] = ()

    def objections_to(self, path: Path) -> tuple[Objection, ...]:
        return tuple(each for each in self.objections if each.path == path)


NOBODY = Signatures()
"""Nothing is known yet: everything is signed by hand."""
