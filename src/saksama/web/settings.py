"""The settings of the Django project. What differs between installations is in `environment.py`."""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from saksama.web.environment import read_environment

_HERE = Path(__file__).parent
_INSTALLATION = read_environment()

DEBUG = False
SECRET_KEY = _INSTALLATION.secret
ALLOWED_HOSTS = list(_INSTALLATION.hosts)
DATABASES = {"default": _INSTALLATION.database}
DATA_FOLDER = _INSTALLATION.folder
MEDIA_ROOT = DATA_FOLDER / "files"  # never served as such: a view hands out each file after asking who wants it
DEFAULT_FROM_EMAIL = "Saksama <saksama@localhost>"
globals().update(_INSTALLATION.mail)
SENDS_MAIL = "EMAIL_HOST" in _INSTALLATION.mail
# What is sent by the worker leads here; without TLS in front nobody knows under which port it is reached.
ADDRESS = f"https://{ALLOWED_HOSTS[0]}" if _INSTALLATION.is_https else ""

# From the top down: an app imports only those below it (import-linter checks it).
APPS = (
    "overview",
    "reporting",
    "measurement",
    "agreements",
    "planning",
    "issuing",
    "administration",
    "workflow",
    "organisations",
)
INSTALLED_APPS = [
    *(f"saksama.web.{name}" for name in APPS),
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
AUTH_USER_MODEL = "organisations.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "saksama.web.organisations.sign_in_first.SignInFirstMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "saksama.web.speaking.SpeakingMiddleware",
    "saksama.web.failures.LargestBodyMiddleware",
]
ROOT_URLCONF = "saksama.web.urls"
WSGI_APPLICATION = "saksama.web.wsgi.application"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "start"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_HERE / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["saksama.web.page_words"],
        },
    }
]

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
USE_I18N = True
LOCALE_PATHS = [_HERE.parent / "language" / "catalogues"]  # before Django's own words
USE_TZ = True
TIME_ZONE = _INSTALLATION.time_zone

STATIC_URL = "static/"
STATIC_ROOT = DATA_FOLDER / "static"
STATICFILES_DIRS = [_HERE / "static", _HERE.parent / "documents" / "fonts"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "style-src": [SELF, NONCE],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _INSTALLATION.is_https
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if _INSTALLATION.is_https else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _INSTALLATION.is_https else None
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 2**20
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
"""The longest sheet of the record: 501 rows with up to 12 fields each, and their marks."""
