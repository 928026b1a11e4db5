"""A computed figure of a record, as `saksama explain` knows it."""

from dataclasses import dataclass

from saksama.kernel.evaluation import Result


@dataclass(frozen=True, slots=True)
class ComputedFigure:
    """A result and what it is about, in the agency's words."""

    result: Result
    subject: str

    @property
    def id(self) -> str:
        """The id of its explanation, such as "capaian/IK1/2020"."""
        return self.result.explanation.id
