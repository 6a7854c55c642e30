"""Evidence: taken in by what it is, kept once, seen only in one's scope, cited to the place, taken back on record."""

import io
import sys

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from hengji.web.evidence.storing import VirusFoundError, read_stored, store, stored_path
from hengji.web.models import Citation, Evidence, HistoryEntry

pytestmark = pytest.mark.django_db
LEAF = "投入/预算配置/在职人员控制率"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj " \
      b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\ntrailer<</Root 1 0 R>>"  # fmt: skip


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Files of one test do not stay for the next."""
    before = settings.MEDIA_ROOT
    for source in before.rglob("*"):
        if source.is_file():
            target = tmp_path / source.relative_to(before)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.symlink_to(source)
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def own(client, city, work_of):
    client.force_login(city.people["tianbao"])
    return work_of("301")


def _xlsx():
    file, book = io.BytesIO(), Workbook()
    book.active.title = "人员"
    book.active["A1"], book.active["B1"] = "在职人员", "=cmd()"
    book.active["A2"], book.active["B2"] = "在职人员数", 44
    book.save(file)
    return file.getvalue()


def _send(client, work, *files, indicator=LEAF):
    sent = [SimpleUploadedFile(name, content) for name, content in files]
    address = f"/evidence/works/{work.pk}/upload"
    return client.post(address, {"files": sent, "indicator": indicator}, headers={"Accept": "application/json"}).json()


def test_files_are_kept_by_their_content_and_cited_to_the_indicator(client, own):
    before = own.evidence.count()
    answer = _send(client, own, ("人员情况表.xlsx", _xlsx()), ("批复.pdf", PDF))
    assert answer == {"kept": ["人员情况表.xlsx", "批复.pdf"], "refused": []}
    assert own.evidence.count() == before + 2
    kept = own.evidence.get(name="批复.pdf")
    assert read_stored(kept.digest) == PDF
    assert kept.citations.get().indicator == LEAF
    assert {entry.action for entry in HistoryEntry.objects.all()[:4]} == {"上传佐证材料", "引用佐证材料"}


def test_the_same_content_is_stored_once_and_never_written_over(client, own):
    first = store(PDF)
    written = stored_path(first.digest).stat().st_mode & 0o777
    assert store(PDF).digest == first.digest
    assert (written, len(list(stored_path(first.digest).parent.glob("*")))) == (0o400, 1)


def test_one_bad_file_does_not_stop_the_others_and_is_named(client, own):
    answer = _send(client, own, ("批复.pdf", PDF), ("宏.xlsx", b"MZ\0"), ("空.pdf", b""))
    assert answer["kept"] == ["批复.pdf"]
    assert [words.split("：")[0] for words in answer["refused"]] == ["宏.xlsx", "空.pdf"]


def test_an_upload_beyond_the_limit_is_stopped_before_it_is_kept(client, own, settings):
    settings.UPLOAD_LIMIT = 200_000
    before = own.evidence.count()
    answer = _send(client, own, ("大.pdf", PDF + b"x" * 400_000))
    assert own.evidence.count() == before
    assert answer["kept"] == []
    assert "超过" in answer["refused"][0]


@pytest.mark.parametrize(
    ("program", "words"),
    [("import sys; sys.exit(1)", "没有通过"), ("import sys; sys.exit(0)", "")],
)
def test_the_scanner_decides_whether_a_file_is_kept(client, own, settings, program, words):
    settings.VIRUS_SCAN = f"{sys.executable} -c '{program}'"
    answer = _send(client, own, ("批复.pdf", PDF))
    assert (words in (answer["refused"] or [""])[0]) if words else answer["kept"] == ["批复.pdf"]
    assert Evidence.objects.filter(name="批复.pdf", scan="clean").exists() is not bool(words)


def test_a_scanner_that_cannot_run_lets_nothing_through(settings, tmp_path):
    settings.VIRUS_SCAN = str(tmp_path / "没有这个程序")
    with pytest.raises(VirusFoundError, match="没有完成"):
        store(b"%PDF-1.7 other")
    assert not list(tmp_path.rglob(".part-*"))


def test_what_is_handed_on_takes_no_evidence(client, city, work_of):
    client.force_login(city.people["tianbao304"])
    assert "没有改动" in _send(client, work_of("304"), ("批复.pdf", PDF))["refused"][0]


def test_an_indicator_that_the_scheme_does_not_have_is_refused(client, own):
    assert "没有这个指标" in _send(client, own, ("批复.pdf", PDF), indicator="没有/这个")["refused"][0]


def test_foreign_evidence_does_not_exist(client, city, work_of):
    foreign = work_of("303").evidence.first()
    client.force_login(city.people["tianbao"])
    for address in ("", "file", "picture", "pages/1.png"):
        assert client.get(f"/evidence/{foreign.pk}/{address}").status_code == 404
    for address in ("cite", "delete"):
        assert client.post(f"/evidence/{foreign.pk}/{address}", {"indicator": LEAF}).status_code == 404
    assert client.get(f"/evidence/works/{foreign.work_id}/").status_code == 404
    assert client.post(f"/evidence/citations/{foreign.citations.first().pk}/delete").status_code == 404


def test_the_assigned_agency_sees_what_was_handed_in(client, city, work_of):
    client.force_login(city.people["hecha"])
    assert client.get(f"/evidence/{work_of('303').evidence.first().pk}/").status_code == 200


def test_a_file_is_handed_out_to_be_saved_and_never_run(client, own):
    _send(client, own, ("批“复.pdf", PDF))
    answer = client.get(f"/evidence/{own.evidence.get(name='批“复.pdf').pk}/file")
    assert answer.content == PDF
    assert answer["Content-Disposition"].startswith("attachment; filename*=UTF-8''%E6%89%B9")
    assert (answer["X-Content-Type-Options"], answer["Content-Security-Policy"]) == (
        "nosniff", "default-src 'none'; sandbox",
    )  # fmt: skip


def test_a_workbook_is_shown_as_a_table_whose_cells_can_be_cited(client, own):
    _send(client, own, ("人员情况表.xlsx", _xlsx()))
    page = client.get(f"/evidence/{own.evidence.get(name='人员情况表.xlsx').pk}/").content.decode()
    assert 'data-place="人员!B2"' in page
    assert "<script>alert" not in page


def test_a_page_of_a_pdf_is_shown_as_a_picture(client, own):
    _send(client, own, ("批复.pdf", PDF))
    pk = own.evidence.get(name="批复.pdf").pk
    assert 'data-place="第1页"' in client.get(f"/evidence/{pk}/").content.decode()
    picture = client.get(f"/evidence/{pk}/pages/1.png")
    assert (picture["Content-Type"], picture.content[:8]) == ("image/png", b"\x89PNG\r\n\x1a\n")
    assert client.get(f"/evidence/{pk}/pages/2.png").status_code == 404


def test_a_citation_says_the_place_and_can_be_taken_back(client, own):
    _send(client, own, ("批复.pdf", PDF))
    evidence = own.evidence.get(name="批复.pdf")
    client.post(f"/evidence/{evidence.pk}/cite", {"indicator": LEAF, "place": "第1页"})
    citation = evidence.citations.get()
    assert (citation.indicator, citation.place) == (LEAF, "第1页")
    client.post(f"/evidence/{evidence.pk}/cite", {"indicator": LEAF, "place": "第1页"})
    assert evidence.citations.count() == 1
    client.post(f"/evidence/citations/{citation.pk}/delete")
    assert not evidence.citations.exists()
    assert HistoryEntry.objects.first().action == "取消引用"


def test_one_takes_back_only_ones_own_and_it_stays_on_record(client, own, city):
    _send(client, own, ("批复.pdf", PDF))
    evidence = own.evidence.get(name="批复.pdf")
    Evidence.objects.filter(pk=evidence.pk).update(by=city.people["bumen"])
    client.post(f"/evidence/{evidence.pk}/delete")
    assert own.evidence.filter(pk=evidence.pk).exists()
    Evidence.objects.filter(pk=evidence.pk).update(by=city.people["tianbao"])
    client.post(f"/evidence/{evidence.pk}/delete")
    assert not own.evidence.filter(pk=evidence.pk).exists()
    entry = HistoryEntry.objects.first()
    assert (entry.action, entry.before["digest"]) == ("删除佐证材料", evidence.digest)


def test_the_list_filters_sorts_and_goes_out_as_a_workbook(client, own):
    address = f"/evidence/works/{own.pk}/"
    assert "决算和业务数据取数表" in client.get(address, {"words": "取数"}).content.decode()
    assert "放宽筛选条件" in client.get(address, {"words": "没有这份"}).content.decode()
    assert client.get(address, {"export": "xlsx"}).content[:2] == b"PK"


def test_the_citys_evidence_is_of_every_kind_and_its_places_exist(city, work_of):
    work = work_of("303")
    kinds = {name.rpartition(".")[2] for name in work.evidence.values_list("name", flat=True)}
    assert {"xlsx", "docx", "pdf", "png", "txt"} <= kinds
    assert Citation.objects.filter(evidence__work=work, place__regex=r"![A-Z]+[0-9]+$").count() > 10
