"""The workbook to fill in, out of what was entered in a form so far: it goes out and comes back as from the files."""

from __future__ import annotations

from hengji.reports.workbook.form import Form
from hengji.reports.workbook.passages import passages_of
from hengji.workflows.filling import fingerprint, form_content
from hengji.workflows.scoring import Scored

__all__ = ["workbook_of"]


def workbook_of(scored: Scored) -> bytes:
    """The self-evaluation's workbook with all that is known. Raises ValueError where nothing was scored."""
    if scored.evaluation is None or scored.scheme is None:
        raise ValueError("nothing was scored")
    form = Form("self-evaluation", fingerprint(scored.scheme), None, "", passages_of("self-evaluation", {}), ())
    return form_content(scored.evaluation, scored.scheme, form)[0]
