"""The column of a stated number: exact, with the digits that it was stated with."""

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

_SetT = TypeVar("_SetT")
_GetT = TypeVar("_GetT")


class StatedDecimalField(models.Field[_SetT, _GetT]):
    """A `Decimal` as it was stated: 6,00 comes back as 6,00.

    Django's own `DecimalField` rounds to a fixed number of decimals, and in SQLite it is a float. Here it is `numeric`
    in PostgreSQL and text in SQLite, so no sum of it is ever asked of the database: the kernel adds.
    """

    description = "An exact decimal as stated"
    if TYPE_CHECKING:  # what django-stubs reads to type the column: a Decimal, or None where null=True
        _pyi_private_set_type: Decimal
        _pyi_private_get_type: Decimal

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """The type of the column."""
        return "numeric" if connection.vendor == "postgresql" else "text"

    def from_db_value(self, value: Any, *_args: object) -> Decimal | None:
        """What the database gave, as a number."""
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Decimal | None:
        """A number from what code or a fixture gives. Raises `ValidationError`; a float is one."""
        if value is None or isinstance(value, Decimal):
            return value
        if not isinstance(value, (int, str)):
            raise ValidationError(f"{value!r} is no exact number")
        try:
            return Decimal(value)
        except InvalidOperation as error:
            raise ValidationError(f"{value!r} is no number") from error

    def get_prep_value(self, value: Any) -> Decimal | None:
        """The number, whatever the database."""
        number = self.to_python(super().get_prep_value(value))
        if number is not None and not number.is_finite():
            raise ValidationError(f"{number} is no number")
        return number

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        """The number as the database takes it, never in exponent form."""
        number = value if prepared else self.get_prep_value(value)
        return number if number is None or connection.vendor == "postgresql" else f"{number:f}"
