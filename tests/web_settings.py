"""The application's own settings, with a folder of their own for every test process, removed with it.

``HENGJI_TEST_DATABASE=postgresql`` runs the tests on a real PostgreSQL, which `tests/web/conftest.py` starts and stops.
"""

import atexit
import os
import shutil
import tempfile

_HOME = tempfile.mkdtemp(prefix="hengji-web-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ["HENGJI_HOME"] = _HOME
os.environ["DATABASE_URL"] = {"sqlite": "", "postgresql": "postgresql://hengji@/hengji"}[
    os.environ.get("HENGJI_TEST_DATABASE") or "sqlite"
]

from hengji.web.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # speed: hundreds of people log in
_WHITENOISE = "whitenoise.middleware.WhiteNoiseMiddleware"
MIDDLEWARE = ["web.static_files.FoundOnce" if name == _WHITENOISE else name for name in MIDDLEWARE]  # noqa: F405
CACHES = CACHES | {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}  # noqa: F405
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405
