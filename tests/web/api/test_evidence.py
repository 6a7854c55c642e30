"""Programs send evidence, fetch it unchanged, and cite it, in the same scope as on the pages."""

import datetime
import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from hengji.web.evidence.listing import indicators_of
from hengji.web.models import Evidence, Token

pytestmark = pytest.mark.django_db
TEXT = "会议纪要：设备已经验收。\n".encode()


@pytest.fixture
def headers(city):
    def of(username, *, writes=True, key=""):
        expires = timezone.now() + datetime.timedelta(days=1)
        _, secret = Token.issue(user=city.people[username], name="试", writes=writes, expires=expires)
        return {"Authorization": f"Bearer {secret}"} | ({"Idempotency-Key": key} if key else {})

    return of


def send(client, work, headers, *files, **said):
    return client.post(f"/api/v1/works/{work.pk}/evidence", {"files": list(files), **said}, headers=headers)


def memo(name="纪要.txt", content=TEXT):
    return SimpleUploadedFile(name, content)


def test_what_was_sent_comes_back_byte_for_byte(client, work_of, headers):
    work, mine = work_of("301"), headers("tianbao")
    answer = send(client, work, mine, memo())
    (kept,) = answer.json()["kept"]
    assert (answer.status_code, kept["work"], kept["size"]) == (200, work.pk, len(TEXT))
    fetched = client.get(f"/api/v1/evidence/{kept['id']}/file", headers=mine)
    assert fetched.content == TEXT
    assert fetched["Content-Type"] == "application/octet-stream"
    assert (
        hashlib.sha256(TEXT).hexdigest() == client.get(f"/api/v1/evidence/{kept['id']}", headers=mine).json()["digest"]
    )


def test_one_bad_file_does_not_stop_the_others(client, work_of, headers):
    answer = send(client, work_of("301"), headers("tianbao"), memo(), memo("脚本.exe", b"MZ" + bytes(100))).json()
    assert [one["name"] for one in answer["kept"]] == ["纪要.txt"]
    assert [one["name"] for one in answer["refused"]] == ["脚本.exe"]


def test_a_file_sent_with_an_indicator_is_cited_to_it(client, work_of, headers):
    work, mine = work_of("301"), headers("tianbao")
    indicator = indicators_of(work)[0][0]
    (kept,) = send(client, work, mine, memo(), indicator=indicator).json()["kept"]
    assert [one["indicator"] for one in kept["citations"]] == [indicator]
    answer = client.post(
        f"/api/v1/evidence/{kept['id']}/citations", {"indicator": indicators_of(work)[1][0], "place": "第1页"},
        content_type="application/json", headers=mine,
    )  # fmt: skip
    assert (answer.status_code, answer.json()["place"]) == (200, "第1页")
    unknown = client.post(
        f"/api/v1/evidence/{kept['id']}/citations", {"indicator": "没有的"},
        content_type="application/json", headers=mine,
    )  # fmt: skip
    assert (unknown.status_code, "没有的" in unknown.json()["message"]) == (422, True)


def test_the_same_upload_under_one_key_is_kept_once(client, work_of, headers):
    work, mine = work_of("301"), headers("tianbao", key="e-1")
    count = Evidence.objects.count()
    boundary = (
        b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n' + TEXT + b"\r\n--x--\r\n"
    )
    answers = [
        client.generic(
            "POST", f"/api/v1/works/{work.pk}/evidence", boundary,
            content_type="multipart/form-data; boundary=x", headers=mine,
        ).json()
        for _ in range(2)
    ]  # fmt: skip
    assert answers[0] == answers[1]
    assert Evidence.objects.count() == count + 1


@pytest.mark.parametrize(
    ("username", "writes", "code", "status"),
    [("tianbao", False, "301", 403), ("bumen", True, "301", 403), ("tianbao305", True, "301", 404),
     ("tianbao305", True, "305", 409)],
)  # fmt: skip
def test_who_may_not_send_is_told_why(client, work_of, headers, username, writes, code, status):
    count = Evidence.objects.count()
    answer = send(client, work_of(code), headers(username, writes=writes), memo())
    assert (answer.status_code, bool(answer.json()["advice"])) == (status, True)
    assert Evidence.objects.count() == count


def test_others_evidence_is_not_there(client, work_of, headers):
    piece = Evidence.objects.filter(work__organisation__code="302", kind="file").first()
    mine = headers("tianbao")
    for path in (f"evidence/{piece.pk}", f"evidence/{piece.pk}/file"):
        assert client.get(f"/api/v1/{path}", headers=mine).status_code == 404
    listed = client.get("/api/v1/evidence?limit=200", headers=mine).json()
    assert listed["total"] == len(listed["items"]) > 0
    assert piece.pk not in {one["id"] for one in listed["items"]}


def test_projects_tell_amounts_as_texts(client, headers):
    listed = client.get("/api/v1/projects?limit=200", headers=headers("tianbao")).json()["items"]
    assert listed
    assert all(isinstance(one["initial_budget"], str) for one in listed)
    assert not any(one["initial_budget"].endswith("0") for one in listed if "." in one["initial_budget"])


def test_a_bureau_changes_an_organisations_figures_and_overwrites_nobody(client, city, headers):
    pk, mine = city.organisations["301"].pk, headers("caizheng")

    def write(**said):
        body = {"changes": [{"field": "headcount", **said}]}
        return client.patch(f"/api/v1/organisations/{pk}", body, content_type="application/json", headers=mine)

    assert write(before="44", after="43").json()["headcount"] == "43"
    late = write(before="44", after="45")
    assert (late.status_code, late.json()["conflicts"]) == (
        409, [{"field": "headcount", "seen": "44", "now": "43", "wanted": "45"}],
    )  # fmt: skip
    wrong = write(before="43", after="四十")
    assert (wrong.status_code, "实有人数" in wrong.json()["message"]) == (422, True)


def test_the_page_names_every_operation(client, city):
    from hengji.web.api.description import description

    client.force_login(city.people["tianbao"])
    page = client.get("/interface/").content.decode()
    assert [path for path in description()["paths"] if f"<code>{path}</code>" not in page] == []
