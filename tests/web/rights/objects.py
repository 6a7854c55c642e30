"""What the numbers in addresses stand for: an object of one's own, a neighbour's, and one of another city.

"Own" is what 市农业农村局 (305) does, seen by its people, by the agency that verifies it and by the city's bureau and
auditors; where every person has their own (tokens, sessions) it is the person's. "Neighbour" is 市民政局 (307), which
no agency verifies yet. "Foreign" belongs to 样板市, which has nothing to do with anybody here.
"""

from __future__ import annotations

import datetime
import io
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
from django.utils import timezone

from hengji.web.evidence.storing import store
from hengji.web.history.chain import Actor, Change, record
from hengji.web.models import (
    Campaign,
    Citation,
    Comment,
    DeadlineRequest,
    Evidence,
    HistoryEntry,
    Invitation,
    Jurisdiction,
    MonitoringNotice,
    Organisation,
    Project,
    Stage,
    Token,
    User,
    Work,
)

__all__ = ["PEOPLE", "WHERE", "Objects"]

WHERE = ("own", "neighbour", "foreign")
PEOPLE = {
    "财政管理员": "caizheng",
    "财政审核人": "shenhe",
    "填报人": "tianbao305",
    "审核人": "bumen305",
    "核查人": "hecha",
    "复核人": "fuhe",
    "审计人员": "shenji",
}
_STAGES = ("goals", "monitoring", "self_evaluation", "verification")
_DAY = datetime.date(2026, 1, 1)


@dataclass(frozen=True)
class Objects:
    """Finds, or makes, the object of a kind that is one's own, a neighbour's or foreign."""

    homes: dict[str, Organisation]
    _works: dict[tuple[str, int], Work] = field(default_factory=dict)
    """The works that stand there whatever a request does, looked up once. They are read and never saved."""

    @classmethod
    def build(cls, city: Any) -> Objects:
        """With 样板市 beside the city."""
        return cls({"own": city.organisations["305"], "neighbour": city.organisations["307"], "foreign": _elsewhere()})

    def number(self, kind: str, where: str, person: User | None) -> int:
        """The number of the object."""
        home = self.homes[where]
        if kind in _STAGES:
            return self._work(kind, home).pk
        made = getattr(self, f"_{kind}")(home, person if where == "own" else None)
        return int(made)

    def _work(self, kind: str, home: Organisation) -> Work:
        if (kind, home.pk) not in self._works:
            year = 2026 if kind in {"goals", "monitoring"} else 2025
            self._works[kind, home.pk] = Work.objects.get(
                stage__kind=kind, stage__campaign__year=year, organisation=home, project=None
            )
        return self._works[kind, home.pk]

    def _campaign(self, home: Organisation, person: User | None) -> int:
        return Campaign.objects.get(jurisdiction=home.jurisdiction, year=2026).pk

    def _organisation(self, home: Organisation, person: User | None) -> int:
        return home.pk

    def _person(self, home: Organisation, person: User | None) -> int:
        return User.objects.filter(organisation=home, role="preparer").get().pk

    def _somebody(self, home: Organisation, person: User | None) -> User:
        return person or User.objects.filter(organisation=home, role="preparer").get()

    def _invitation(self, home: Organisation, person: User | None) -> int:
        by = self._somebody(home, None)
        expires = timezone.now() + datetime.timedelta(days=1)
        invitation, _ = Invitation.objects.get_or_create(
            digest=str(home.pk), defaults={"organisation": home, "role": "preparer", "name": "某", "invited_by": by,
                                           "expires": expires},
        )  # fmt: skip
        return invitation.pk

    def _token(self, home: Organisation, person: User | None) -> int:
        return Token.issue(user=self._somebody(home, person), name="试", expires=timezone.now())[0].pk

    def _session(self, home: Organisation, person: User | None) -> int:
        from allauth.usersessions.models import UserSession

        user = self._somebody(home, person)
        return UserSession.objects.get_or_create(
            user=user, session_key=f"key-{user.pk}", defaults={"ip": "10.0.0.9", "user_agent": "x"}
        )[0].pk

    def _evidence(self, home: Organisation, person: User | None) -> int:
        pdf = pdfium.PdfDocument.new()
        pdf.new_page(200, 100)
        written = io.BytesIO()
        pdf.save(written)
        return self._file(home, "application/pdf", written.getvalue())

    def _project(self, home: Organisation, person: User | None) -> int:
        return Project.objects.get_or_create(organisation=home, year=2025, name="试项目")[0].pk

    def _begun_project(self, home: Organisation, person: User | None) -> int:
        return Project.objects.get_or_create(organisation=home, year=2026, name="新项目")[0].pk

    def _project_evaluation(self, home: Organisation, person: User | None) -> int:
        stage = Stage.objects.get(campaign__jurisdiction=home.jurisdiction, campaign__year=2025, kind="self_evaluation")
        project = Project.objects.get_or_create(organisation=home, year=2025, name="示例项目")[0]
        made = {"stage": stage, "organisation": home, "project": project}
        return Work.objects.get_or_create(**made, defaults={"state": "accepted"})[0].pk

    def _photo(self, home: Organisation, person: User | None) -> int:
        return self._file(home, "image/png", b"\x89PNG\r\n\x1a\n")

    def _file(self, home: Organisation, media_type: str, content: bytes) -> int:
        work, by = self._work("self_evaluation", home), self._somebody(home, None)
        kept = {"digest": store(content).digest, "size": len(content)}
        return Evidence.objects.create(work=work, name="材料", media_type=media_type, by=by, **kept).pk

    def _request(self, home: Organisation, person: User | None) -> int:
        work, by = self._work("verification", home), self._somebody(home, None)
        return Evidence.objects.create(work=work, kind="request", name="补充材料", text="请补充合同", by=by).pk

    def _asked(self, home: Organisation, person: User | None) -> int:
        """A request for material that was answered: on the self-evaluation, where the verifier's requests are."""
        work, by = self._work("self_evaluation", home), self._somebody(home, None)
        asked = Evidence.objects.create(work=work, kind="request", name="补充材料", by=by)
        Evidence.objects.create(work=work, kind="request", name="答复", text="见附件", answers=asked, by=by)
        return asked.pk

    def _deadline_request(self, home: Organisation, person: User | None) -> int:
        work, by = self._work("self_evaluation", home), self._somebody(home, None)
        made = DeadlineRequest.objects.get_or_create(work=work, defaults={"until": _DAY, "reason": "忙", "by": by})
        return made[0].pk

    def _region(self, home: Organisation, person: User | None) -> int:
        return home.jurisdiction_id

    def _notice(self, home: Organisation, person: User | None) -> int:
        work, by = self._work("monitoring", home), self._somebody(home, None)
        return MonitoringNotice.objects.create(work=work, text="请说明", due=_DAY, by=by).pk

    def _citation(self, home: Organisation, person: User | None) -> int:
        evidence = Evidence.objects.get(pk=self._evidence(home, person))
        return Citation.objects.get_or_create(evidence=evidence, indicator="产出")[0].pk

    def _comment(self, home: Organisation, person: User | None) -> int:
        by = self._somebody(home, None)
        return Comment.objects.get_or_create(work=self._work("goals", home), defaults={"text": "请核对", "by": by})[
            0
        ].pk

    def _entry(self, home: Organisation, person: User | None) -> int:
        work = self._work("self_evaluation", home)
        record(Actor(self._somebody(home, None)), work, [Change("修改", "data", "1", "2")], home.pk)
        return HistoryEntry.objects.order_by("-sequence").first().sequence  # type: ignore[union-attr]


def _elsewhere() -> Organisation:
    """样板市: a department with its round, works in every stage and a preparer."""
    place = Jurisdiction.objects.create(code="980100", name="样板市")
    Organisation.objects.create(code="201", name="样板市财政局", kind="finance_bureau", jurisdiction=place)
    home = Organisation.objects.create(code="301", name="样板市文化局", kind="department", jurisdiction=place)
    User.objects.create(username="yangban", name="外人", role="preparer", organisation=home)
    for year in (2025, 2026):
        campaign = Campaign.objects.create(jurisdiction=place, year=year, title=f"样板市{year}年度", state="open")
        stages = Stage.objects.bulk_create(
            Stage(campaign=campaign, kind=kind, name=kind, order=order, opens=_DAY, deadline=_DAY, as_of=_DAY)
            for order, kind in enumerate(_STAGES)
        )
        Work.objects.bulk_create(Work(stage=stage, organisation=home, state="filling") for stage in stages)
    return home
