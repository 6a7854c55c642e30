"""Verifications of the demonstration: corrections with reasons, interviews, requests, objections, replies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.utils import timezone

from hengji.web.demonstration.built import City
from hengji.web.demonstration.figures import PROFILES
from hengji.web.evaluations.rubric import heading_of, scheme_of
from hengji.web.models import Comment, Evidence, Objection, Role, State, User, Version, Work
from hengji.web.models.campaign import StageKind
from hengji.web.verifications.sheet import Row, own_version, own_work, sheet_of
from hengji.web.works.content import Key, replaced
from hengji.workflows.verification import MARKS, begun_from

__all__ = ["add_verifications"]

_PRELIMINARY_OR_LATER: Final = {State.PRELIMINARY, State.OBJECTED, State.LOCKED}


@dataclass(frozen=True, slots=True)
class Correction:
    """What the verifier found: the cell, its value, and why. `rows` are words in the keys of the rows it explains."""

    path: tuple[Key, ...]
    value: str
    rows: tuple[str, ...]
    code: str
    text: str
    place: str


_DISCLOSURE: Final = Correction(
    ("judgements", "过程/预算管理/预决算信息公开性", "parts", "1", "items", "2"), "0", ("预决算信息公开性",),
    "disclosure",
    "部门决算在批复后第 31 天公开，晚于规定的 20 天", "门户网站公开页面截图",
)  # fmt: skip
_ASSETS: Final = Correction(
    ("judgements", "过程/资产管理/资产管理安全性", "parts", "1", "items", "2"), "0", ("资产管理安全性",), "compliance",
    "抽查 20 项资产，3 项账实不符，没有处置审批", "资产盘点表 第2页",
)  # fmt: skip


def _counted(name: str, count: int, row: str, why: str) -> Correction:
    path = ("data", name, "value")
    return Correction(path, f"{count}项", (row,), "figure", why, f"工作总结与验收资料逐项核对表 {row}")


def _corrections(profile: str) -> tuple[Correction, ...]:
    """What is found in a department of this profile: inflated figures come down to what was really done."""
    if profile == "exemplary":
        return ()
    if not PROFILES[profile].claims:
        return (_DISCLOSURE,) if profile == "steady" else (_DISCLOSURE, _ASSETS)
    done, timely, sound = PROFILES[profile].done
    return (
        _counted("实际完成工作数", done, "实际完成率", f"有验收资料的只有 {done} 项，其余没有完成的凭据"),
        _counted("及时完成工作数", timely, "完成及时率", f"按验收日期，按时完成的是 {timely} 项"),
        _counted("质量达标工作数", sound, "质量达标率", f"考核结果达标的是 {sound} 项，其余未经考核"),
        _counted("重点工作办结数", done // 5 + 1, "重点工作办结率", "督查通报列为未办结的事项不能计入"),
        _DISCLOSURE,
    )


def add_verifications(city: City) -> None:
    """Gives every verification of the city that was begun its content, and what was said about it."""
    works = Work.objects.filter(stage__kind=StageKind.VERIFICATION).exclude(state=State.UNASSIGNED).with_context()
    for work in works:
        profile = city.departments[work.organisation.code].profile
        _verify(work, _corrections(profile))
        _hand_on(work)
        _tell(work, city)


def _verify(work: Work, corrections: tuple[Correction, ...]) -> None:
    mine, version, scheme = own_work(work), own_version(work), scheme_of(work)
    if mine is None or version is None or scheme is None:
        raise ValueError(f"{work} has nothing to verify")
    content = begun_from(version.content, heading_of(mine, scheme), scheme) | {"self_version": str(version.number)}
    for correction in corrections:
        content = replaced(content, correction.path, correction.value)
    work.content = content
    rows = [row for row in sheet_of(work, _verifier(work)).rows if row.verdict is not None]
    reached = len(rows) // 2 if work.state == State.VERIFYING else len(rows)
    work.content = content | {MARKS: {row.key: _mark(row, corrections) for row in rows[:reached]}}
    work.save()


def _mark(row: Row, corrections: tuple[Correction, ...]) -> dict[str, Any]:
    for correction in corrections:
        if row.key.rpartition("/")[2] in correction.rows:
            return {"code": correction.code, "text": correction.text, "place": correction.place}
    if row.verdict is not None and row.verdict.differences:
        return {"code": "figure", "text": "随工作完成数的更正重新计算", "place": "工作总结与验收资料逐项核对表"}
    return {"confirmed": "是"}


def _hand_on(work: Work) -> None:
    """The versions that were handed on until the work stood where it stands, by whom it was given to."""
    given, state = work.assignment, State(work.state)
    lead = given.lead or _verifier(work)
    given.declared_by, given.declared_at = given.verifier, timezone.now() - timedelta(days=9)
    way = [(State.SECOND_OPINION, _verifier(work)), (State.PRELIMINARY, lead)]
    way += [(state, _approver(work) if state == State.OBJECTED else lead)]
    ended = {State.VERIFYING: 0, State.SECOND_OPINION: 1, State.PRELIMINARY: 2}.get(state, 3)
    work.versions.all().delete()
    for number, (reached, by) in enumerate(way[:ended], start=1):
        Version.objects.create(work=work, number=number, state=reached, content=work.content, by=by, note="演示数据")
    if state in _PRELIMINARY_OR_LATER:
        given.second_opinion = "抽查了扣分的指标，数据与凭据一致，理由充分，同意核查评分。"
    if state == State.LOCKED:
        given.signed_by, given.signed_at = given.lead, timezone.now() - timedelta(days=2)
    given.save()


def _verifier(work: Work) -> User:
    return User.objects.get(verifications__work=work)


def _approver(work: Work) -> User:
    return User.objects.get(organisation=work.organisation, role=Role.APPROVER)


def _tell(work: Work, city: City) -> None:
    verifier, mine = _verifier(work), own_work(work)
    marks = work.content[MARKS].items()
    reasoned = [key for key, mark in marks if mark.get("code")]
    figures = [key for key, mark in marks if mark.get("code") == "figure"]
    if work.state == State.VERIFYING and mine is not None:
        _gather(work, mine, city)
    if work.state == State.OBJECTED or (work.state == State.LOCKED and figures):
        for key in figures[:2]:
            said = Objection(work=work, indicator=key, by=_approver(work))
            said.text = "核查没有计入年底前完成、次年一月验收的事项。验收单已补充，请重新认定。"
            if work.state == State.LOCKED:
                said.is_accepted, said.replied_by, said.replied_at = False, verifier, timezone.now()
                said.reply = "验收单的日期在评价年度以后，按标准不能计入本年度。维持原评分。"
            said.save()
    if reasoned:
        note = "部门口头说还有一批凭据，出报告前再问一次。"
        Comment.objects.create(work=work, place=reasoned[0], text=note, is_internal=True, by=verifier)


def _gather(work: Work, mine: Work, city: City) -> None:
    by, day = _verifier(work), city.today - timedelta(days=6)
    Evidence.objects.create(
        work=work, kind=Evidence.Kind.INTERVIEW, name=f"{day:%Y-%m-%d}访谈规划财务处负责人",
        with_whom="规划财务处负责人", held_on=day, by=by,
        text="自评的完成数包括已经启动、还没有验收的事项。验收资料由各业务处室保存，没有汇总。",
    )  # fmt: skip
    Evidence.objects.create(
        work=mine, kind=Evidence.Kind.REQUEST, name="全年工作事项的验收资料", by=by,
        held_on=city.today + timedelta(days=4),
        text="用于核对“实际完成率”“质量达标率”：请按事项提供验收单或考核结果，没有的写明原因。",
    )  # fmt: skip
