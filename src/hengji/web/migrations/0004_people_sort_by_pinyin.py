"""People are listed in the order of their names' pinyin, as organisations are."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

from hengji.web.models.tree import pinyin_key


def fill(apps: Any, schema_editor: Any) -> None:
    people = apps.get_model("web", "User").objects.using(schema_editor.connection.alias)
    for person in people.only("name", "username").iterator():
        people.filter(pk=person.pk).update(sort_key=pinyin_key(person.name or person.username))


class Migration(migrations.Migration):
    dependencies = [("web", "0003_goals_may_be_adjusted")]
    operations = [
        migrations.AddField(
            model_name="user",
            name="sort_key",
            field=models.CharField(db_index=True, default="", editable=False, max_length=400),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
