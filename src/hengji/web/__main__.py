"""``python -m hengji.web``: Django's own commands with our settings (migrate, shell, createsuperuser…)."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hengji.web.settings")
    execute_from_command_line(["hengji-web", *sys.argv[1:]])
