"""The rights that people read in the docs are the rights that the program has."""

from pathlib import Path

from django.contrib.auth.models import AnonymousUser

from hengji.web.models import Role, User
from hengji.web.rights import ROLES_OF, Right, has_right

DOCUMENT = Path(__file__).parents[3] / "docs" / "web" / "rights.md"


def _table() -> list[list[str]]:
    lines = [line for line in DOCUMENT.read_text("utf-8").splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in rows if not set("".join(row)) <= {"-", ":"}]


def test_the_document_shows_every_right_of_every_role_and_no_other():
    expected = [["权限", *(role.label for role in Role)]] + [
        [right.value, *("有" if role in ROLES_OF[right] else "—" for role in Role)] for right in Right
    ]
    assert _table() == expected


def test_every_right_has_its_roles():
    assert set(ROLES_OF) == set(Right)
    assert all(ROLES_OF.values())


def test_auditors_change_nothing():
    """Their own account and their own programs aside."""
    reading = {Right.SEE_OWN_PAGES, Right.SEE_EVERYBODY, Right.SEE_INTERNAL, Right.SEE_HISTORY, Right.USE_INTERFACE}
    assert {right for right in Right if Role.AUDITOR in ROLES_OF[right]} == reading


def test_no_role_has_both_pairs_of_eyes():
    for one, other in ((Right.FILL, Right.APPROVE), (Right.VERIFY, Right.LEAD)):
        assert not ROLES_OF[one] & ROLES_OF[other]


def test_a_stopped_account_has_no_right():
    person = User(username="x", role=Role.BUREAU_ADMINISTRATOR, is_active=False)
    assert not any(has_right(person, right) for right in Right)
    assert not AnonymousUser().is_active
