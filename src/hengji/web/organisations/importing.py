"""The list of organisations from a workbook: first what would change, then, when the person agrees, the change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hengji.facts.findings import Finding
from hengji.web.frame.language import chinese
from hengji.web.history.chain import Actor
from hengji.web.models.organisation import Organisation, OrganisationKind
from hengji.web.models.region import Jurisdiction
from hengji.web.organisations import keeping
from hengji.web.works.transitions import RefusedError
from hengji.workflows.organisation_list import HEADINGS, Proposed, Standing, compare_list, read_list
from hengji.workflows.table_export import list_workbook

__all__ = ["LIMIT", "Applied", "Proposal", "StaleProposalError", "apply_list", "export_list", "propose", "template"]

LIMIT: Final = 5 * 1024 * 1024
"""Bytes of a file: thousands of organisations are far below."""

_SALT: Final = "hengji.organisations.import"
_VALID: Final = 2 * 60 * 60
_FIELDS: Final = {
    "名称": "name",
    "代码": "code",
    "类别": "kind",
    "性质": "nature",
    "编制": "establishment",
    "实有": "headcount",
}
_KIND_OF: Final = {chinese(kind.label): kind.value for kind in OrganisationKind}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would change. `sealed` holds it; it is empty where there is nothing to take over."""

    place: Jurisdiction
    lines: tuple[Proposed, ...] = ()
    findings: tuple[Finding, ...] = ()
    sealed: str = ""

    @property
    def counts(self) -> dict[str, int]:
        return {
            word: sum(line.verdict == word for line in self.lines)
            for word in (gettext_noop("新建"), gettext_noop("修改"), gettext_noop("不变"), gettext_noop("有误"))
        }


@dataclass(frozen=True, slots=True)
class Applied:
    """How many were made and changed; `skipped` were changed by somebody else meanwhile and are left as they are."""

    made: int
    changed: int
    skipped: tuple[str, ...]


class StaleProposalError(Exception):
    """The proposal was made too long ago, or by somebody else."""


def propose(place: Jurisdiction, file: UploadedFile[Any], user: int) -> Proposal:
    """Reads *file* and compares it with the organisations of *place*."""
    if (file.size or 0) > LIMIT:
        return Proposal(
            place,
            findings=(
                Finding("error", _("文件太大"), expected=_("不超过 {most} MB").format(most=LIMIT // 1024 // 1024)),
            ),
        )
    read = read_list(file.read(), file.name or "")
    if not read.rows:
        return Proposal(place, findings=read.findings)
    lines = compare_list(read.rows, _standing(place), list(_KIND_OF))
    wanted = [
        [dict(line.row), {name: list(pair) for name, pair in line.changes.items()}, line.verdict]
        for line in lines
        if line.verdict in {"新建", "修改"}
    ]
    said = {"place": place.pk, "user": user, "rows": wanted}
    return Proposal(place, lines, (), signing.dumps(said, salt=_SALT, compress=True) if wanted else "")


@transaction.atomic
def apply_list(sealed: str, actor: Actor) -> Applied:
    """Does what was proposed. What somebody changed since is left as it is and told."""
    try:
        said = signing.loads(sealed, salt=_SALT, max_age=_VALID)
    except signing.BadSignature:
        raise StaleProposalError from None
    if actor.user is None or said["user"] != actor.user.pk:
        raise StaleProposalError
    place = Jurisdiction.objects.get(pk=said["place"])
    made, changed, skipped = 0, 0, []
    # Departments before their units, wherever they stand in the list.
    for row, changes, verdict in sorted(said["rows"], key=lambda each: bool(each[0]["上级代码"])):
        try:
            with transaction.atomic():
                _take_over(place, row, changes, actor, is_new=verdict == "新建")
        except RefusedError as refused:
            skipped.append(f"{row['代码']} {row['名称']}：{refused}")
            continue
        made, changed = (made + 1, changed) if verdict == "新建" else (made, changed + 1)
    return Applied(made, changed, tuple(skipped))


def export_list(organisations: list[Organisation]) -> bytes:
    """The list in the template's columns: changed in a spreadsheet, it can be imported again."""
    return list_workbook("单位", HEADINGS, ([_texts(one)[name] for name in HEADINGS] for one in organisations))


def template() -> bytes:
    """An empty list to fill in."""
    return list_workbook("单位表模板", HEADINGS, [])


def _standing(place: Jurisdiction) -> dict[str, Standing]:
    found = Organisation.objects.filter(jurisdiction=place).select_related("parent")
    return {one.code: Standing(_texts(one), one.merged_into_id is not None) for one in found}


def _texts(one: Organisation) -> dict[str, str]:
    """An organisation in the words of the list."""
    said = {name: getattr(one, field) for name, field in _FIELDS.items()}
    said |= {"类别": chinese(OrganisationKind(one.kind).label), "上级代码": one.parent.code if one.parent else ""}
    return {name: "" if value is None else str(value) for name, value in said.items()}


def _take_over(
    place: Jurisdiction, row: dict[str, str], changes: dict[str, list[str]], actor: Actor, *, is_new: bool
) -> None:
    """One row; raises RefusedError where what stands is not what it was compared with."""
    above = Organisation.objects.departments().filter(jurisdiction=place, code=row["上级代码"]).first()
    if row["上级代码"] and above is None:
        raise RefusedError(_("上级单位现在没有了。"))
    now = Organisation.objects.filter(jurisdiction=place, code=row["代码"]).select_related("parent").first()
    if is_new:
        if now is not None:
            raise RefusedError(_("比对以后有人建立了这个代码的单位。"))
        fields = {field: _value(name, row[name]) for name, field in _FIELDS.items()}
        keeping.create(Organisation(jurisdiction=place, parent=above, **fields), actor)
        return
    texts = _texts(now) if now is not None else {}
    if now is None or any(texts[name] != before for name, (before, _) in changes.items()):
        raise RefusedError(_("比对以后有人修改了它。"))
    wanted: dict[str, Any] = {
        _FIELDS[name]: _value(name, after) for name, (_, after) in changes.items() if name not in {"名称", "上级代码"}
    }
    if "上级代码" in changes:
        wanted["parent"] = above
    keeping.change(now.pk, {name: getattr(now, name) for name in wanted}, wanted, actor)
    if "名称" in changes:
        keeping.rename(now.pk, changes["名称"][1], timezone.localdate(), "导入单位表", actor)


def _value(name: str, text: str) -> Any:
    """A cell as its field keeps it."""
    if name == "类别":
        return _KIND_OF[text]
    if name in {"编制", "实有"}:
        return int(text) if text else None
    return text
