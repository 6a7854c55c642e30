"""A verification on its way: who acts, and the steps up to where a test begins."""

import datetime
import json

import pytest

from hengji.web.history.chain import Actor
from hengji.web.models import Work
from hengji.web.verifications import answering, assigning
from hengji.web.verifications.sheet import sheet_of
from hengji.web.works.content import replaced
from hengji.web.works.transitions import move

DAY = datetime.date(2026, 11, 25)
RATE = "产出/职责履行/实际完成率"


@pytest.fixture
def who(city):
    """The actor of a user name."""
    return lambda name: Actor(city.people[name], "10.0.0.9")


@pytest.fixture
def given(city):
    """The two people of the first agency."""
    return assigning.Given(city.people["hecha"], city.people["fuhe"])


@pytest.fixture
def begun(work_of, who, given):
    """The verification of 市民政局's delivered self-evaluation: assigned, independence declared, nothing scored."""
    work = assigning.assign(work_of("307", "verification"), given, who("caizheng"))
    assigning.declare(work, who("hecha"))
    return Work.objects.with_context().get(pk=work.pk)


@pytest.fixture
def confirmed(begun, who):
    """All rows confirmed but one, where a figure was corrected with a reason."""
    rows = [row for row in sheet_of(begun, who("hecha").user).rows if row.verdict is not None]
    content = begun.content | {"rows": {row.key: {"confirmed": "是"} for row in rows}}
    content = replaced(content, ("data", "实际完成工作数", "value"), "30项")
    content["rows"][RATE] = {"code": "figure", "text": "有验收单的只有 30 项", "place": "验收单汇总 第1页"}
    begun.content = content
    begun.save()
    return begun


@pytest.fixture
def preliminary(confirmed, who):
    """The preliminary result, sent."""
    move(confirmed, "ask_opinion", who("hecha"))
    answering.opine(confirmed, "数据与凭据一致，同意。", who("fuhe"))
    return Work.objects.with_context().get(pk=move(confirmed, "send_preliminary", who("fuhe")).pk)


@pytest.fixture
def objected(preliminary, who):
    """The department objected to the corrected row."""
    answering.object_to(preliminary, RATE, "另有 4 项在年底前验收", who("tianbao307"))
    return Work.objects.with_context().get(pk=move(preliminary, "object", who("bumen307")).pk)


@pytest.fixture
def save(client):
    """Saves one cell of a verification in the browser's way."""

    def saved(work, path, before, after):
        body = json.dumps({"edits": [{"path": path, "before": before, "after": after}]})
        return client.post(f"/verifications/{work.pk}/edit", body, content_type="application/json")

    return saved
