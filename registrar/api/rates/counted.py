"""What is counted: a rate, and whose calls."""

from dataclasses import dataclass

from .rate import Rate


@dataclass(frozen=True, slots=True)
class Counted:
    """`by` is a key's or account's number, or what stands for an address."""

    rate: Rate
    by: str

    @property
    def key(self) -> str:
        """Its own for each rate: who changes a rate begins to count anew."""
        return f"{self.rate.group}/{self.by}/{self.rate.amount}/{self.rate.seconds}"
