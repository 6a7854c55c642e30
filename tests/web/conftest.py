"""A city of its own for every test that wants one: built once per process, put back after each test.

The database is SQLite in memory; with ``HENGJI_TEST_DATABASE=postgresql`` a real PostgreSQL, one for each process.
"""

import contextlib
import datetime

import pytest

from hengji.web.demonstration.built import City
from hengji.web.demonstration.city import build_city
from web.browser import browser, open_as, site
from web.postgresql import postgresql_server

__all__ = ["browser", "city", "django_db_modify_db_settings", "django_db_setup", "open_as", "site", "work_of"]

TODAY = datetime.date(2026, 11, 21)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None):
    """The server that the settings name, for as long as this process tests."""
    from django.db import connection

    with contextlib.ExitStack() as until_the_end:
        if connection.vendor == "postgresql":
            connection.settings_dict["HOST"] = str(until_the_end.enter_context(postgresql_server()))
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: object) -> None:
    """The demonstration city stands in the database before the first test."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        build_city(TODAY, "示例口令-12345")
    with _kept_open():
        yield


@contextlib.contextmanager
def _kept_open():
    """Every test is within one transaction of one connection: neither a request's end nor a served thread closes it.

    SQLite in memory behaves so by itself.
    """
    from django.db import connections

    with pytest.MonkeyPatch.context() as patched:
        if connections["default"].vendor == "postgresql":
            for name in ("close", "close_if_unusable_or_obsolete"):
                patched.setattr(connections["default"], name, lambda: None)
        yield


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
