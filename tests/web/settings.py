"""The settings of the application with a folder of its own, so that tests never touch an installation."""

import atexit
import os
import shutil
from pathlib import Path
from tempfile import mkdtemp

_FOLDER = Path(mkdtemp(prefix="saksama-tests-"))
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
os.environ["SAKSAMA_DATA"] = str(_FOLDER)

from saksama.web.settings import *  # noqa: E402, F403
from saksama.web.settings import DATABASES, STORAGES  # noqa: E402

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# A browser's server has connections of its own, which do not see a database in memory.
DATABASES["default"]["TEST"] = (
    {"NAME": str(_FOLDER / "test.sqlite3")} if "sqlite3" in DATABASES["default"]["ENGINE"] else {}
)
(_FOLDER / "static").mkdir()
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
DATABASES["default"]["CONN_MAX_AGE"] = 0  # a connection that a server's thread keeps would keep the database
