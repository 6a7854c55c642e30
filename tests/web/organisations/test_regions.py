"""辖区: made below one's own, renamed, moved with all that is below; what it was before stays to be read."""

import pytest

from hengji.web.history.chain import Actor
from hengji.web.models import HistoryEntry, Jurisdiction, Organisation
from hengji.web.organisations.regions import change_region
from hengji.web.works.transitions import RefusedError

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(city):
    return city.organisations["201"].jurisdiction


@pytest.fixture
def post(client, city):
    client.force_login(city.people["caizheng"])
    return lambda address, **said: client.post(f"/organisations/regions/{address}", said, follow=True)


def test_a_new_jurisdiction_stands_below_and_the_next_step_is_said(post, home):
    page = post("new", name="城西区", code="990109", parent=home.pk)
    made = Jurisdiction.objects.get(code="990109")
    assert (made.name, made.parent, made.path) == ("城西区", home, f"{home.path}{made.pk}/")
    assert "为它新建财政部门，再邀请那里的财政管理员" in page.content.decode()
    assert HistoryEntry.objects.of("jurisdiction", made.pk).get().action == "建立辖区"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"name": "城西区", "code": "990100"}, "已经有辖区用了"),
        ({"name": "城西区", "code": "99"}, "6位或12位数字"),
        ({"name": "", "code": "990109"}, "name"),
    ],
    ids=["a code that is taken", "no code", "no name"],
)
def test_what_is_wrong_is_said_and_nothing_is_made(post, home, said, words):
    before = Jurisdiction.objects.count()
    assert words in post("new", parent=home.pk, **said).content.decode()
    assert Jurisdiction.objects.count() == before


def test_nothing_is_made_above_or_beside_ones_own(post, home):
    post("new", name="邻市", code="990200", parent=home.parent.pk)
    assert not Jurisdiction.objects.filter(code="990200").exists()


def test_a_new_name_shows_everywhere_and_the_old_one_stays_on_the_page(client, post, home):
    seen = {"initial-name": home.name, "initial-code": home.code}
    post(f"{home.pk}/", name="示范市", code=home.code, **seen)
    home.refresh_from_db()
    assert home.name == "示范市"
    page = client.get(f"/organisations/regions/{home.pk}/").content.decode()
    assert "更名" in page and "示例市" in page
    entry = HistoryEntry.objects.of("jurisdiction", home.pk).get()
    assert (entry.action, entry.before, entry.after) == ("更名", "示例市", "示范市")


def test_what_is_below_moves_along_and_whoever_is_above_sees_it_there(city, home):
    actor = Actor(city.people["caizheng"])
    east = Jurisdiction.objects.get(parent=home)
    street = Jurisdiction.objects.create(name="东街", code="990101001000", parent=east)
    west = Jurisdiction.objects.create(name="城西区", code="990109", parent=home)
    change_region(east.pk, {"parent": home}, {"parent": west}, actor)
    street.refresh_from_db()
    assert street.path == f"{west.path}{east.pk}/{street.pk}/"
    Organisation.objects.create(name="东街财政所", code="1", kind="finance_bureau", jurisdiction=street)
    seen = Organisation.objects.visible_to(city.people["caizheng"])
    assert seen.filter(name="东街财政所").exists()


def test_a_jurisdiction_cannot_stand_below_itself(city, home):
    east = Jurisdiction.objects.get(parent=home)
    street = Jurisdiction.objects.create(name="东街", code="990101001000", parent=east)
    with pytest.raises(RefusedError, match="不能作它的上级"):
        change_region(east.pk, {"parent": home}, {"parent": street}, Actor(city.people["caizheng"]))
    east.refresh_from_db()
    assert east.parent == home


def test_two_people_renaming_do_not_overwrite_each_other(city, home):
    actor = Actor(city.people["caizheng"])
    change_region(home.pk, {"name": "示例市"}, {"name": "示范市"}, actor)
    with pytest.raises(RefusedError, match="有人把名称改成了“示范市”，没有保存"):
        change_region(home.pk, {"name": "示例市"}, {"name": "样例市"}, actor)


def test_a_merged_organisation_is_offered_neither_to_people_nor_to_a_round(client, city):
    gone, into = city.organisations["311"], city.organisations["312"]
    Organisation.objects.filter(pk=gone.pk).update(merged_into=into)
    client.force_login(city.people["caizheng"])
    option = f'<option value="{gone.pk}"'
    assert option not in client.get("/people/invite").content.decode()
    assert option not in client.get(f"/people/{city.people['tianbao'].pk}/").content.decode()
    client.post(f"/campaigns/{city.campaigns[2026].pk}/begin-next")
    page = client.get(f"/campaigns/{city.campaigns[2026].pk + 1}/edit", follow=True).content.decode()
    assert f'name="departments" value="{gone.pk}"' not in page
    assert f'name="departments" value="{into.pk}"' in page


def test_what_was_merged_into_an_organisation_stands_on_its_page(client, city):
    from hengji.web.organisations import keeping

    gone, into = city.organisations["901"], city.organisations["902"]
    actor = Actor(city.people["caizheng"])
    keeping.rename(into.pk, "正源咨询集团", keeping.timezone.localdate(), "工商变更", actor)
    record = [("并入", gone.name), ("更名", into.name)]
    Organisation.objects.filter(pk=gone.pk).update(merged_into=into)
    from hengji.web.history.chain import Change
    from hengji.web.history.chain import record as write

    write(actor, gone, [Change("并入", "", gone.name, "正源咨询集团", "合并协议")], gone.pk)
    client.force_login(city.people["caizheng"])
    page = client.get(f"/organisations/{into.pk}/").content.decode()
    assert "并入过来的单位" in page
    for action, name in record:
        assert action in page and name in page
