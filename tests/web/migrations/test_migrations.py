"""A database of an earlier version, with works in it, comes up to date: on a database of its own, step by step."""

import datetime

import pytest
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

DAY = datetime.date(2026, 1, 1)
BEFORE = ("web", "0005_answers_to_programs_are_kept")


@pytest.fixture
def database(tmp_path, django_db_blocker):
    """An SQLite file of its own, as version 0005 left it; the tests' own database is not touched."""
    connections.settings["earlier"] = connections.configure_settings(
        {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "earlier.sqlite3"}}
    )["default"]
    connection = connections["earlier"]
    with django_db_blocker.unblock():
        _migrated(connection, BEFORE)
        yield connection
        connection.close()
    del connections["earlier"], connections.settings["earlier"]


def _migrated(connection, target):
    """Brings the database there; the models as they were then."""
    executor = MigrationExecutor(connection)
    executor.migrate([target])
    return MigrationExecutor(connection).loader.project_state([target]).apps


@pytest.fixture
def old(database):
    """Makes a round of that time with a department, its works and one project's goal table; gives its number."""
    apps = MigrationExecutor(database).loader.project_state([BEFORE]).apps

    def manager(name):
        return apps.get_model("web", name).objects.using("earlier")

    def made(state, year, kinds=("goals", "monitoring", "monitoring", "self_evaluation", "verification")):
        place = manager("Jurisdiction").get_or_create(code="980100", defaults={"name": "样板市", "path": "/1/"})[0]
        home = manager("Organisation").get_or_create(
            code="301", jurisdiction=place, defaults={"name": "样板市文化局", "kind": "department", "path": "/1/"}
        )[0]
        campaign = manager("Campaign").create(jurisdiction=place, year=year, title=f"{year}年度", state=state)
        project = manager("Project").create(organisation=home, year=year, name="修缮")
        for order, kind in enumerate(kinds):
            stage = manager("Stage").create(
                campaign=campaign, kind=kind, name=f"{kind}{order}", order=order, opens=DAY, deadline=DAY
            )
            manager("Work").create(stage=stage, organisation=home)
            if kind == "goals":
                manager("Work").create(
                    stage=stage, organisation=home, project=project, state="accepted", content={"total": "1"}
                )
        return campaign.pk

    return made


def _works(apps, campaign):
    works = apps.get_model("web", "Work").objects.using("earlier").filter(stage__campaign=campaign)
    return [
        (work.stage.name, work.project.name if work.project else "", work.state)
        for work in works.select_related("stage", "project").order_by("stage__order", "project__name")
    ]


def test_projects_of_an_open_round_get_their_monitoring_and_self_evaluation(database, old):
    campaign = old("open", 2026)
    apps = _migrated(database, ("web", "0007_projects_have_every_stage"))
    assert [work for work in _works(apps, campaign) if work[1]] == [
        ("goals0", "修缮", "accepted"),
        ("monitoring1", "修缮", "waiting"),
        ("monitoring2", "修缮", "waiting"),
        ("self_evaluation3", "修缮", "waiting"),
    ]
    table = apps.get_model("web", "Work").objects.using("earlier").get(stage__kind="goals", project__name="修缮")
    assert table.content == {"total": "1"}


def test_the_departments_own_works_stay_as_they_were(database, old):
    campaign = old("open", 2026)
    apps = _migrated(database, ("web", "0007_projects_have_every_stage"))
    assert [work for work in _works(apps, campaign) if not work[1]] == [
        (f"{kind}{order}", "", "waiting")
        for order, kind in enumerate(("goals", "monitoring", "monitoring", "self_evaluation", "verification"))
    ]


@pytest.mark.parametrize("state", ["draft", "closed"])
def test_a_round_that_is_not_under_way_is_left_alone(database, old, state):
    campaign = old(state, 2025)
    apps = _migrated(database, ("web", "0007_projects_have_every_stage"))
    assert [work for work in _works(apps, campaign) if work[1]] == [("goals0", "修缮", "accepted")]


def test_a_project_without_a_goal_table_gets_nothing(database, old):
    campaign = old("open", 2026, ("monitoring", "self_evaluation"))
    apps = _migrated(database, ("web", "0007_projects_have_every_stage"))
    assert [work for work in _works(apps, campaign) if work[1]] == []


def test_a_work_that_is_there_already_is_kept_with_what_was_entered(database, old):
    campaign = old("open", 2026)
    apps = MigrationExecutor(database).loader.project_state([BEFORE]).apps
    works, stages = (apps.get_model("web", name).objects.using("earlier") for name in ("Work", "Stage"))
    table = works.get(stage__kind="goals", project__name="修缮")
    stage = stages.get(kind="self_evaluation", campaign=campaign)
    works.create(
        stage=stage, organisation=table.organisation, project=table.project, state="filling", content={"unit": "甲"}
    )
    apps = _migrated(database, ("web", "0007_projects_have_every_stage"))
    kept = apps.get_model("web", "Work").objects.using("earlier").get(stage=stage.pk, project__name="修缮")
    assert (kept.state, kept.content) == ("filling", {"unit": "甲"})


def test_a_round_of_that_time_keeps_taking_late_work_and_its_projects_keep_their_scheme(database, old):
    campaign = old("open", 2026)
    apps = _migrated(database, ("web", "0008_scheme_of_projects"))
    held = apps.get_model("web", "Campaign").objects.using("earlier").get(pk=campaign)
    assert (held.closes_late, held.mending_days, held.project_scheme) == (False, 10, "self-evaluation-2020")


def test_requests_for_time_are_one_at_a_time_after_0006(database, old):
    from django.db import IntegrityError, transaction

    old("open", 2026)
    apps = _migrated(database, ("web", "0006_deadlines_and_reminders"))
    works, people, asked = (
        apps.get_model("web", name).objects.using("earlier") for name in ("Work", "User", "DeadlineRequest")
    )
    work, by = works.first(), people.create(username="tian", name="田", role="preparer")
    asked.create(work=work, by=by, until=DAY, reason="忙", is_granted=False)
    asked.create(work=work, by=by, until=DAY, reason="忙")
    with pytest.raises(IntegrityError), transaction.atomic(using="earlier"):
        asked.create(work=work, by=by, until=DAY, reason="还忙")
