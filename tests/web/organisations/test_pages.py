"""The pages: the tree filtered, one organisation, changing at the same time, importing what a workbook says."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hengji.web.models import Organisation, OrganisationName
from hengji.web.organisations.tree import Filters, lines_of

pytestmark = pytest.mark.django_db


def _names(city, username="caizheng", **filters):
    lines = lines_of(city.people[username], Filters(**filters))
    return [line.organisation.name for line in lines if line.organisation and line.is_asked_for]


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"words": "sltk"}, []),
        ({"words": "shuiwen"}, ["市水文站"]),
        ({"words": "swz"}, ["市水文站"]),
        ({"words": "图书"}, ["市图书馆"]),
        ({"words": "310001"}, ["市水文站"]),
        ({"kind": "audit_office"}, ["示例市审计局"]),
    ],
)
def test_the_tree_finds_by_name_pinyin_initials_code_and_kind(city, filters, names):
    assert _names(city, **filters) == names


def test_the_tree_is_in_the_order_of_pinyin_with_units_below_their_departments(city):
    lines = lines_of(city.people["caizheng"], Filters())
    departments = [line.organisation for line in lines if line.organisation and line.organisation.kind == "department"]
    assert [one.name for one in departments] == [one.name for one in sorted(departments, key=lambda one: one.sort_key)]
    above = None
    for line in lines:
        if line.organisation and line.organisation.parent_id is None:
            above = line.organisation
        elif line.organisation:
            assert line.organisation.parent == above
    assert [line.level for line in lines[:2]] == [1, 2]


def test_more_people_than_posts_are_said_in_words(client, city):
    client.force_login(city.people["shenji"])
    page = client.get("/organisations/?words=jtys").content.decode()
    assert "超编2人" in page
    assert "新建单位" not in page


def test_a_department_sees_its_own_page_and_no_other(client, city):
    client.force_login(city.people["tianbao"])
    assert "市图书馆" in client.get(f"/organisations/{city.organisations['301'].pk}/").content.decode()
    assert client.get(f"/organisations/{city.organisations['302'].pk}/").status_code == 404
    assert client.get("/organisations/").status_code == 403


def test_an_organisation_is_made_once_per_code(client, city):
    client.force_login(city.people["caizheng"])
    place = city.organisations["301"].jurisdiction_id
    form = {"name": "市体育局", "code": "301", "jurisdiction": place, "kind": "department", "nature": "行政"}
    assert "已经是“市文化和旅游局”的" in client.post("/organisations/new", form).content.decode()
    client.post("/organisations/new", {**form, "code": "313"})
    made = Organisation.objects.get(code="313")
    assert (made.name, made.path) == ("市体育局", f"/{made.pk}/")
    unit = {**form, "name": "市体校", "code": "313001", "kind": "unit"}
    assert "所属单位要选主管部门" in client.post("/organisations/new", unit).content.decode()


def test_what_somebody_else_changed_meanwhile_is_shown_and_chosen(client, city):
    client.force_login(city.people["caizheng"])
    culture = city.organisations["301"]
    address = f"/organisations/{culture.pk}/edit"
    page = client.get(address).content.decode()
    assert (page.count('name="headcount"'), page.count('name="initial-headcount"')) == (1, 1)
    seen = {"code": "301", "nature": "行政", "establishment": "46", "headcount": "44"}
    initial = {f"initial-{name}": value for name, value in seen.items()}
    assert client.post(address, {**seen, **initial, "headcount": "45"}).status_code == 302
    answer = client.post(address, {**seen, **initial, "headcount": "43", "establishment": "48"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "有人改了同样的内容" in page
    assert 'name="initial-headcount" value="45"' in page
    culture.refresh_from_db()
    assert (culture.headcount, culture.establishment) == (45, 46)
    client.post(address, {**seen, **initial, "initial-headcount": "45", "headcount": "43", "establishment": "48"})
    culture.refresh_from_db()
    assert (culture.headcount, culture.establishment) == (43, 48)


def _workbook(*rows):
    book = openpyxl.Workbook()
    book.active.append(["2026年单位表"])
    for row in (["名称", "代码", "上级代码", "类别", "性质", "编制", "实有"], *rows):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return SimpleUploadedFile("单位.xlsx", file.getvalue())


def _compared(client, city, *rows):
    place = city.organisations["301"].jurisdiction_id
    answer = client.post("/organisations/import", {"jurisdiction": place, "file": _workbook(*rows)})
    return answer.context["proposal"]


def test_an_import_is_first_compared_row_by_row_and_then_taken_over(client, city):
    client.force_login(city.people["caizheng"])
    proposal = _compared(
        client, city,
        ["市体校", 313001, 313, "所属单位", "事业", 12, 11],
        ["市体育局", 313, None, "主管部门", "行政", 20, 20],
        ["市文化旅游局", 301, None, None, None, 47, None],
        ["市教育局", 302, None, "主管部门", "行政", 68, 66],
        ["市水利局", 310, None, "所属单位", None, "三十八", None],
    )  # fmt: skip
    assert [(line.number, line.verdict) for line in proposal.lines] == [
        (3, "新建"), (4, "新建"), (5, "修改"), (6, "不变"), (7, "有误"),
    ]  # fmt: skip
    assert proposal.lines[2].changes == {"名称": ("市文化和旅游局", "市文化旅游局"), "编制": ("46", "47")}
    assert "编制“三十八”不是人数" in proposal.lines[4].problems[0]
    assert "类别不能改" in proposal.lines[4].problems[1]
    assert not Organisation.objects.filter(code="313").exists()
    client.post("/organisations/import/apply", {"sealed": proposal.sealed})
    assert Organisation.objects.get(code="313001").parent.name == "市体育局"
    culture = Organisation.objects.get(code="301")
    assert (culture.name, culture.establishment, culture.headcount) == ("市文化旅游局", 47, 44)
    assert OrganisationName.objects.get(organisation=culture).name == "市文化和旅游局"


def test_what_changed_between_comparing_and_importing_is_left_as_it_is(client, city):
    client.force_login(city.people["caizheng"])
    proposal = _compared(client, city, ["市教育局", 302, None, None, None, 70, None])
    Organisation.objects.filter(code="302").update(establishment=69)
    page = client.post("/organisations/import/apply", {"sealed": proposal.sealed}, follow=True).content.decode()
    assert "有 1 行没有导入，保持原样" in page
    assert Organisation.objects.get(code="302").establishment == 69


def test_a_comparison_is_its_makers_own(client, city):
    client.force_login(city.people["caizheng"])
    page = client.post("/organisations/import/apply", {"sealed": "x:y"}, follow=True).content.decode()
    assert "比对结果已经过期" in page


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (["", "399", "", "主管部门", "", "", ""], "没有名称"),
        (["某局", "", "", "主管部门", "", "", ""], "没有代码"),
        (["某局", "399", "", "局", "", "", ""], "类别“局”不认识"),
        (["某站", "399", "", "所属单位", "", "", ""], "没有上级代码"),
        (["某站", "399", "888", "所属单位", "", "", ""], "没有这个单位"),
        (["某站", "399", "901", "所属单位", "", "", ""], "不是主管部门"),
        (["某局", "399", "301", "主管部门", "", "", ""], "只有所属单位有上级"),
        (["某局", "399", "", "主管部门", "", "4.5", ""], "不是人数"),
    ],
)
def test_a_wrong_row_says_what_to_do(client, city, row, words):
    client.force_login(city.people["caizheng"])
    (line,) = _compared(client, city, row).lines
    assert line.verdict == "有误"
    assert words in "".join(line.problems)


def test_a_file_without_the_list_says_what_is_expected(client, city):
    client.force_login(city.people["caizheng"])
    for content in (b"", b"PK\x03\x04junk", "名称 没有".encode()):
        file = SimpleUploadedFile("a.xlsx", content)
        place = city.organisations["301"].jurisdiction_id
        assert client.post("/organisations/import", {"jurisdiction": place, "file": file}).status_code == 200


def test_the_exported_list_imports_without_a_change(client, city):
    client.force_login(city.people["caizheng"])
    content = client.get("/organisations/export").content
    place = city.organisations["301"].jurisdiction_id
    file = SimpleUploadedFile("单位.xlsx", content)
    proposal = client.post("/organisations/import", {"jurisdiction": place, "file": file}).context["proposal"]
    assert proposal.counts == {"新建": 0, "修改": 0, "不变": 46, "有误": 0}
    assert client.get("/organisations/import/template").content[:2] == b"PK"


def test_renaming_and_merging_in_the_browser(client, city):
    client.force_login(city.people["caizheng"])
    pk = city.organisations["309"].pk
    page = client.get(f"/organisations/{pk}/").content.decode()
    assert "现在不能合并" in page
    said = {"into": city.organisations["302"].pk, "reason": "文号"}
    assert "没有办结" in client.post(f"/organisations/{pk}/merge", said, follow=True).content.decode()
    said = {"name": "市科技局", "until": "2026-03-31", "note": ""}
    page = client.post(f"/organisations/{pk}/rename", said, follow=True).content.decode()
    assert "已更名为市科技局" in page
    assert "用过的名称" in page


def test_a_department_with_three_thousand_units_lists_them_page_by_page(client, city):
    home = city.organisations["302"]
    before = home.children.count()
    Organisation.objects.bulk_create(
        Organisation(
            code=f"302{number:05}", name=f"示例学校{number}", sort_key=f"shi li xue xiao {number:05}", kind="unit",
            jurisdiction=home.jurisdiction, parent=home, path=f"{home.path}9{number}/", headcount=number,
        )
        for number in range(3000)
    )  # fmt: skip
    client.force_login(city.people["caizheng"])
    address = f"/organisations/{home.pk}/"
    page = client.get(address).content.decode()
    assert 0 < page.count("示例学校") <= 50
    assert f"共 {before + 3000} 条" in page
    last = client.get(address, {"units_sort": "-headcount"}).content.decode()
    assert "示例学校2999</a>" in last
    exported = client.get(address, {"units_export": "xlsx"})
    assert openpyxl.load_workbook(io.BytesIO(exported.content)).active.max_row >= before + 3000
