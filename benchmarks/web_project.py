"""Importing this makes the Django project ready, so that what is imported after it may be a model."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saksama.web.settings")
django.setup()
