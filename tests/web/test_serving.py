"""What is announced at the start is what there is, and what the front page of the project says."""

from pathlib import Path

import pytest
import yaml

from hengji.web import demonstration, serving

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_names_every_login_that_the_start_announces(readme):
    text = (ROOT / readme).read_text("utf-8")
    assert [username for role, username in serving._LOGINS if f"`{username}`" not in text or role not in text] == []


def test_every_login_that_the_start_announces_is_somebody_of_the_city_and_there_is_one_for_each_role():
    people = yaml.safe_load(Path(demonstration.__file__).with_name("city.yaml").read_text("utf-8"))["people"]
    roles = {person["username"]: person["role"] for person in people}
    assert {roles[username] for _, username in serving._LOGINS} == set(roles.values())
