"""What is taken away: each opens as what it says it is, and says what the page says."""

import io
import zipfile

import pytest

from hengji.web.verifications.totals import totals_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("what", "begins"),
    [
        ("report.docx", b"PK"),
        ("table.docx", b"PK"),
        ("table.xlsx", b"PK"),
        ("table.pdf", b"%PDF"),
        ("report.pdf", b"%PDF"),
        ("pack.zip", b"PK"),
        ("comparison.html", b"<!"),
    ],
)
def test_every_paper_can_be_taken(preliminary, client, city, what, begins):
    client.force_login(city.people["fuhe"])
    response = client.get(f"/verifications/{preliminary.pk}/export/{what}")
    assert response.status_code == 200 and response.content.startswith(begins)
    assert "attachment" in response["Content-Disposition"]


def test_the_table_prints_the_reason_and_the_names(preliminary, client, city):
    client.force_login(city.people["fuhe"])
    content = client.get(f"/verifications/{preliminary.pk}/export/table.docx").content
    text = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    for words in ("有验收单的只有30项", "孙莉", "郑伟", "明衡会计师事务所"):
        assert words in text


def test_an_unknown_paper_is_not_found(preliminary, client, city):
    client.force_login(city.people["fuhe"])
    assert client.get(f"/verifications/{preliminary.pk}/export/secret.zip").status_code == 404


def test_the_list_shows_both_totals_and_goes_into_a_workbook(preliminary, client, city):
    client.force_login(city.people["caizheng"])
    totals = totals_of(preliminary, city.people["caizheng"])
    page = client.get("/verifications/?state=preliminary").content.decode()
    assert totals.own in page and totals.checked in page and totals.gap.startswith("−")
    assert client.get("/verifications/?export=xlsx").content.startswith(b"PK")
    assert "没有符合条件的核查" in client.get("/verifications/?words=没有这个").content.decode()
