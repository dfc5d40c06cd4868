"""The panel beside a form: how far the pictures are, what was found, what we mended."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from verification.prechecks import Precheck
from verification.reverification.mended import MendingState

from .confirming import Warnings
from .findings import ShownFinding
from .mending import Mended
from .offers import Offer
from .pictures import Thumb

_LEVELS = ("block", "warn", "info")
# What another finding says better: a picture shows which digit is wrong.
SAID_BETTER = {"number_checksum": "number_mismatch"}
# What nobody has to be told before there is a picture: the form asks for one.
_EXPECTED_EMPTY = "material_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Everything the panel says.

    `looked_at` of `pictures` are done with. `waited_for`: somebody wanted to submit while they
    were still being looked at. `mending` says by field what became of the last failure's causes,
    `warnings` what is to be confirmed when it is submitted, `thumbs` how the form shows the
    pictures.
    """

    check_url: str
    findings: tuple[ShownFinding, ...]
    mended: tuple[Mended, ...]
    offers: tuple[Offer, ...]
    thumbs: tuple[Thumb, ...]
    looked_at: int
    number_given: bool
    pending: bool
    waited_for: bool = False
    mending: Mapping[str, MendingState]
    warnings: Warnings

    @property
    def pictures(self) -> int:
        return len(self.thumbs)

    @property
    def blocking(self) -> list[ShownFinding]:
        return [finding for finding in self.findings if finding.level == "block"]

    @property
    def doubts(self) -> list[ShownFinding]:
        return [finding for finding in self.findings if finding.level == "warn"]

    @property
    def notes(self) -> list[ShownFinding]:
        return [finding for finding in self.findings if finding.level == "info"]

    @property
    def state(self) -> str:
        """bad, pending, empty (no picture), incomplete, warn or ok: the gravest that is true."""
        if self.blocking:
            return "bad"
        if self.pending:
            return "pending"
        if not self.pictures:
            return "empty"
        if not self.number_given:
            return "incomplete"
        return "warn" if self.doubts else "ok"

    @property
    def next_picture(self) -> int:
        """Which picture is being looked at, from 1."""
        return min(self.looked_at + 1, self.pictures)

    @property
    def summary(self) -> str:
        """The same as long as the sentence at the head says the same: what has been read aloud
        is not read aloud again."""
        points = {"bad": len(self.blocking), "warn": len(self.doubts)}.get(self.state, 0)
        picture = self.next_picture if self.pending else 0
        return f"{self.state}-{points}-{picture}-{self.waited_for:d}"

    @property
    def digest(self) -> str:
        """The same for a panel that says the same: what has not changed is not sent again."""
        found = (self.findings, self.mended, self.offers, sorted(self.mending.items()))
        counts = (self.thumbs, self.looked_at, self.number_given)
        text = repr((found, counts, self.pending, self.waited_for))
        return hashlib.sha256(text.encode()).hexdigest()[:32]


def arranged(
    findings: Sequence[ShownFinding], offers: Sequence[Offer], *, any_picture: bool
) -> tuple[tuple[ShownFinding, ...], tuple[Offer, ...]]:
    """What is shown of both, each thing once.

    What blocks comes first; a missing picture is missed only once there is another one. An
    offer goes with the finding that compares its field, and where a picture shows which digit
    is wrong, that the check digit fails is not said besides.
    """
    offered = {offer.field for offer in offers}
    compared = {one.field for one in findings if one.beside and one.field in offered}
    shown = {one.code for one in findings if one.beside}
    kept = [
        replace(one, offered=one.beside is not None and one.field in compared)
        for one in findings
        if (any_picture or one.code != _EXPECTED_EMPTY) and SAID_BETTER.get(one.code) not in shown
    ]
    kept.sort(key=lambda one: _LEVELS.index(one.level))
    return tuple(_keyed(kept)), tuple(offer for offer in offers if offer.field not in compared)


def _keyed(findings: Sequence[ShownFinding]) -> Iterator[ShownFinding]:
    """Each by its code, and its number among those of the code: the same while others come and
    go, so that a page finds again what had the focus."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.code] += 1
        yield replace(finding, key=f"{finding.code}-{seen[finding.code]}")


def count_looked_at(checked: Precheck) -> int:
    """Pictures that nobody is working on any more."""
    return sum(not picture.pending for picture in checked.pictures)
