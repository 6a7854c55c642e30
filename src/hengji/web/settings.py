"""Settings of the web application. Everything an installation may choose comes from the environment.

``HENGJI_HOME``            folder of the database, evidence and secret (default: ./var)
``DATABASE_URL``           postgresql://user:password@host:port/name; SQLite in HENGJI_HOME where absent
``HENGJI_HOSTS``           names this server answers to, by commas (default: localhost and 127.0.0.1)
``HENGJI_SECURE``          1 where people reach it by https: cookies then travel only there
``HENGJI_PROXIES``         how many proxies of yours stand before this server and say X-Forwarded-For (default: 0)
``HENGJI_DIGEST``          sha256 or sm3, of the history's chain and of evidence
``HENGJI_VIRUS_SCAN``      a command that is given a file's path and ends with 0 where the file is clean
``HENGJI_MAIL``            smtp://user:password@host:587 (STARTTLS), smtps://…:465, smtp+plain://host:25 (without),
                           file:///folder; nothing is mailed where absent
``HENGJI_MAIL_FROM``       the address that mail comes from (default: the user of HENGJI_MAIL)
``HENGJI_OIDC``            JSON of one OpenID Connect provider: name, client_id, secret, server_url
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Final

from hengji.web.frame.installation import database_of, home_folder, mail_of, secret_of

PACKAGE: Final = Path(__file__).parent
HOME: Final = home_folder(os.environ.get("HENGJI_HOME", "var"))

SECRET_KEY = secret_of(HOME)
DEBUG = False
ALLOWED_HOSTS = [name for name in os.environ.get("HENGJI_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if name]
ROOT_URLCONF = "hengji.web.urls"
WSGI_APPLICATION = "hengji.web.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "hengji.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "hengji.web.frame.policy.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "hengji.web.frame.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "hengji.web.frame.uploads.BoundedRequest",
    "hengji.web.accounts.first_run.FirstRun",
    "hengji.web.frame.rights_guard.RightsGuard",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / room / "templates" for room in (
            "frame", "accounts", "organisations", "campaigns", "works", "goals", "monitoring", "evaluations",
            "evidence", "verifications", "history", "projects", "search", "api",
        )],
        "OPTIONS": {
            "loaders": [(
                "django.template.loaders.cached.Loader",
                ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"],
            )],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "hengji.web.frame.navigation.navigation",
            ],
            "builtins": ["django.templatetags.i18n", "hengji.web.frame.templatetags.figures"],
        },
    }
]  # fmt: skip

DATABASES = {"default": database_of(os.environ.get("DATABASE_URL", ""), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "web.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "hengji.web.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"
PROXIES: Final = int(os.environ.get("HENGJI_PROXIES") or 0)
ACCOUNT_ADAPTER = "hengji.web.accounts.adapter.ClosedAccounts"
SOCIALACCOUNT_ADAPTER = "hengji.web.accounts.adapter.ClosedSocialAccounts"
MFA_ADAPTER = "hengji.web.accounts.adapter.TwoStep"
USERSESSIONS_ADAPTER = "hengji.web.accounts.adapter.RecordedSessions"
# The button is a link: after a form, the policy's form-action would stop the way on to the provider.
SOCIALACCOUNT_LOGIN_ON_GET = True
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
# Five wrong passwords lock a name for fifteen minutes, whoever asks (等保 2.0 三级, 身份鉴别: 待核).
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/15m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "衡绩"
USERSESSIONS_TRACK_ACTIVITY = True

_OIDC: Final = json.loads(os.environ.get("HENGJI_OIDC") or "{}")
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "oidc",
                "name": _OIDC.get("name", "统一身份认证"),
                "client_id": _OIDC["client_id"],
                "secret": _OIDC["secret"],
                "settings": {"server_url": _OIDC["server_url"]},
            }
        ]
        if _OIDC
        else []
    }
}

SECURE: Final = os.environ.get("HENGJI_SECURE") == "1"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "SAMEORIGIN"
CSRF_FAILURE_VIEW = "hengji.web.frame.failures.stale_form"
CSRF_TRUSTED_ORIGINS = [f"https://{name}" for name in ALLOWED_HOSTS] if SECURE else []

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SECURE, LANGUAGE_COOKIE_HTTPONLY, LANGUAGE_COOKIE_SAMESITE = SECURE, True, "Lax"
USE_I18N = True
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
FORMAT_MODULE_PATH = ["hengji.web.frame.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [PACKAGE / "frame" / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
MEDIA_ROOT = HOME / "evidence"

# A request's files go to disk beyond 2.5 MB and are refused beyond this many bytes (evidence: a scanned report).
UPLOAD_LIMIT: Final = 100 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FILE_UPLOAD_HANDLERS = [
    "hengji.web.frame.uploads.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# Nothing is mailed unless the installation names a mail server.
MAIL: Final = mail_of(os.environ.get("HENGJI_MAIL", ""))
EMAIL_BACKEND = MAIL.get("backend", "django.core.mail.backends.dummy.EmailBackend")
EMAIL_HOST, EMAIL_PORT = MAIL.get("host", "localhost"), MAIL.get("port", 25)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.get("user", ""), MAIL.get("password", "")
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.get("starttls", False), MAIL.get("tls", False)
EMAIL_FILE_PATH = MAIL.get("folder")
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = os.environ.get("HENGJI_MAIL_FROM") or MAIL.get("user") or "hengji@localhost"

DIGEST: Final = os.environ.get("HENGJI_DIGEST", "sha256")
VIRUS_SCAN: Final = os.environ.get("HENGJI_VIRUS_SCAN", "")

# Wrong passwords are counted here: nobody shall be able to push counters out by trying many names.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "web_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # Totals that a process made, as long as it runs: a new version of the engine makes them anew.
    "scores": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "scores",
        "OPTIONS": {"MAX_ENTRIES": 5_000},
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "console": {"class": "logging.StreamHandler"},
        "failures": {"class": "logging.StreamHandler", "level": "ERROR"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "hengji.web": {"level": "INFO"},
        # The worker's command sets its own level and tells every start and stop; failures are what counts.
        "django_tasks": {"handlers": ["failures"], "propagate": False},
        "django_tasks_db": {"handlers": ["failures"], "propagate": False},
    },
}
