"""The lines at the foot of a paper on which people sign: names where they are known, blanks where they are not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hengji.facts.signatures import Signatures

__all__ = ["BLANK", "BLANK_DATE", "signing_lines"]

BLANK: Final = "＿＿＿＿＿＿"
BLANK_DATE: Final = "＿＿＿年＿＿月＿＿日"
_GAP: Final = "　　"


def signing_lines(signatures: Signatures, *, verified: bool) -> Iterator[str]:
    """A line for the department, and one for the agency where the paper is a verification."""
    own = (("填报人", signatures.preparer), ("审核人", signatures.approver), ("日期", signatures.filled_on))
    yield _GAP.join(_signed(*each) for each in own)
    if verified:
        agency = (
            ("核查单位", signatures.agency),
            ("核查人", signatures.verifier),
            ("复核人", signatures.lead_verifier),
            ("日期", signatures.reviewed_on or signatures.verified_on),
        )
        yield _GAP.join(_signed(*each) for each in agency)


def _signed(what: str, name: str) -> str:
    return f"{what}：{name or (BLANK_DATE if what == '日期' else BLANK)}"
