"""What has changed at an agency since an earlier month."""

from collections.abc import Mapping
from dataclasses import dataclass

from saksama.web.overview.summaries import AgencySummary, IndicatorState


@dataclass(frozen=True, slots=True)
class Movement:
    """What is different from how it stood on `since`. Indicators by their names; absorption in percent, as written.

    `met` and `unmet` had no value then. `risen` had one below the target, `fallen` one that met it.
    """

    since: str
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    risen: tuple[str, ...]
    fallen: tuple[str, ...]
    absorption: tuple[str | None, str | None] | None
    is_completed: bool

    @property
    def is_any(self) -> bool:
        """Whether anything is different that a leader would ask about."""
        return bool(self.met or self.unmet or self.risen or self.fallen or self.absorption or self.is_completed)


def movement(
    since: str,
    before: tuple[AgencySummary, Mapping[str, str]],
    now: tuple[AgencySummary, Mapping[str, str]],
    names: Mapping[str, str],
) -> Movement:
    """What lies between two summaries with the states of their indicators; `names` by the indicators' ids."""
    (old, old_states), (new, new_states) = before, now

    def between(old_state: IndicatorState, *states: IndicatorState) -> tuple[str, ...]:
        """The names of the indicators that stood at the one state and stand at one of the others."""
        return tuple(
            names[key] for key, state in new_states.items() if state in states and old_states.get(key) == old_state
        )

    not_met = (IndicatorState.MISSED, IndicatorState.UNCOMPUTABLE)
    return Movement(
        since,
        met=between(IndicatorState.UNREPORTED, IndicatorState.REACHED),
        unmet=between(IndicatorState.UNREPORTED, *not_met),
        risen=between(IndicatorState.MISSED, IndicatorState.REACHED),
        fallen=between(IndicatorState.REACHED, *not_met, IndicatorState.UNREPORTED),
        absorption=None if old.absorption == new.absorption else (old.absorption, new.absorption),
        is_completed=new.is_complete and not old.is_complete,
    )
