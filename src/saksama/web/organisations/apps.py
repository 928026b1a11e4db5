"""The lowest app: it has the database guard what is written once, in every app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from saksama.web.unchangeable import guard


class Organisations(AppConfig):
    """The organisations of the application."""

    name = "saksama.web.organisations"

    def ready(self) -> None:
        """Guard after every `migrate`."""
        post_migrate.connect(guard, dispatch_uid="unchangeable")
