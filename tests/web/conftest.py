"""A city of its own for every test that wants one: built once per process, put back after each test."""

import datetime

import pytest

from hengji.web.demonstration.city import City, build_city
from web.browser import browser, open_as, site

__all__ = ["browser", "city", "django_db_setup", "open_as", "site", "work_of"]

TODAY = datetime.date(2026, 11, 21)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: object) -> None:
    """The demonstration city stands in the database before the first test."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        build_city(TODAY, "示例口令-12345")


@pytest.fixture
def city(db: None) -> City:
    """The city as it was built, with its people and rounds."""
    from hengji.web.models import Campaign, Organisation, User

    return City(
        TODAY,
        {},
        {organisation.code: organisation for organisation in Organisation.objects.all()},
        {user.username: user for user in User.objects.all()},
        {campaign.year: campaign for campaign in Campaign.objects.all()},
    )


@pytest.fixture
def work_of(city: City):
    """The work of a department (code) in a stage (kind) of a year."""
    from hengji.web.models import Work

    def found(code: str, kind: str = "self_evaluation", year: int = 2025) -> Work:
        return Work.objects.get(organisation__code=code, stage__kind=kind, stage__campaign__year=year, project=None)

    return found
