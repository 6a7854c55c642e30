"""Projects that were begun with a goal table only get their monitoring and self-evaluation, where the round is open."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone


def add_stages(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    database = schema_editor.connection.alias
    works = apps.get_model("web", "Work").objects.using(database)
    stages = apps.get_model("web", "Stage").objects.using(database)
    tables = works.exclude(project=None).filter(stage__kind="goals", stage__campaign__state="open")
    for campaign, organisation, project in tables.values_list("stage__campaign", "organisation", "project"):
        for stage in stages.filter(campaign=campaign, kind__in=["monitoring", "self_evaluation"]):
            works.get_or_create(
                stage=stage,
                organisation_id=organisation,
                project_id=project,
                defaults={"state": "waiting", "since": timezone.now()},
            )


class Migration(migrations.Migration):
    dependencies = [
        ("web", "0006_deadlines_and_reminders"),
    ]

    operations = [migrations.RunPython(add_stages, migrations.RunPython.noop)]
