"""What is asked of a customer right now, as pages and the API show it."""

from collections.abc import Sequence
from dataclasses import dataclass

from verification.models import Material, MoreItem, MoreRequest, Submission
from verification.states import SubmissionState

from .items import AnswerKind, Item, item_of, kind_wanted


@dataclass(frozen=True, slots=True)
class Point:
    """One point with what the catalogue says of it."""

    item: MoreItem
    asked: Item

    @property
    def id(self) -> str:
        return str(self.item.public_id)

    @property
    def about(self) -> Material | None:
        return self.item.about

    @property
    def by_picture(self) -> bool:
        return self.asked.answer is AnswerKind.PICTURE

    @property
    def kind(self) -> str:
        """The kind of the picture that answers it; "" where words do."""
        return kind_wanted(self.asked, self.item.about.kind if self.item.about else None)


@dataclass(frozen=True, slots=True)
class Asked:
    request: MoreRequest
    points: tuple[Point, ...]

    @property
    def any_picture(self) -> bool:
        return any(point.by_picture for point in self.points)


# What a list brings along (prefetch_related), so that `asked_of` asks nothing more.
WITH_ASKED = "more_requests__items__about"


def asked_of(submission: Submission) -> Asked | None:
    """The open request of one that waits for its customer; None otherwise."""
    if submission.state != SubmissionState.MORE_WANTED:
        return None
    # The rows that the list brought, rather than a query for each.
    rows = [row for row in submission.more_requests.all() if _is_open(row)]
    return Asked(rows[0], points_of(rows[0])) if rows else None


def points_of(request: MoreRequest) -> tuple[Point, ...]:
    return tuple(Point(item, item_of(item.what)) for item in _items(request))


def _items(request: MoreRequest) -> Sequence[MoreItem]:
    brought = getattr(request, "_prefetched_objects_cache", {})
    if "items" in brought:
        return list(request.items.all())
    return list(request.items.select_related("about"))


def _is_open(request: MoreRequest) -> bool:
    return request.answered_at is None and request.dropped_at is None
