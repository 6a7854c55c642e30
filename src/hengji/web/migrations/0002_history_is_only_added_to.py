"""The database itself refuses to change or remove history: a bug or a careless administrator cannot."""

from __future__ import annotations

from typing import Any

from django.db import migrations

_REFUSAL = "history is only added to"

_SQLITE = [
    f"CREATE TRIGGER history_no_{action} BEFORE {action.upper()} ON web_historyentry "
    f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
    for action in ("update", "delete")
]

_POSTGRESQL = [
    f"CREATE FUNCTION history_refuses() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$",
    "CREATE TRIGGER history_no_change BEFORE UPDATE OR DELETE ON web_historyentry "
    "FOR EACH ROW EXECUTE FUNCTION history_refuses()",
    "CREATE TRIGGER history_no_truncation BEFORE TRUNCATE ON web_historyentry EXECUTE FUNCTION history_refuses()",
]


def add_triggers(apps: Any, schema_editor: Any) -> None:
    for statement in _SQLITE if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("web", "0001_initial")]
    operations = [migrations.RunPython(add_triggers)]
