"""A day is chosen in the browser's own calendar, on every page alike."""

from django import forms


class DayInput(forms.DateInput):
    """A field for a day. Browsers send and expect 2026-01-31, whatever the language of the page."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")
