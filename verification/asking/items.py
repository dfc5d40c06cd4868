"""The catalogue of what a reviewer can ask for (pure).

Only what a submission under way can still take: pictures and words. Holder data and numbers
stand as they were submitted; where those are wrong, the submission fails with a reason.
Sources: the review bodies' own demands in Tencent Cloud 001 q2-q7 and 002 (complete and sharp,
in colour, other side, seals, household certificate), Alibaba Cloud 004 (authorisation letters).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from verification.models.material import MaterialKind


class AnswerKind(StrEnum):
    """What answers a point."""

    PICTURE = "picture"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to ask for. `title` names it to both sides, `hint` guides the customer.

    `replaces`: it is asked about one picture, and the new one takes the place of that, as the
    same kind. Otherwise a new picture is added, as `kind`.
    """

    code: str
    title: str | Promise
    hint: str | Promise
    answer: AnswerKind = AnswerKind.PICTURE
    kind: MaterialKind | None = None
    replaces: bool = False


_ALL = (
    Item(
        code="retake",
        title=pgettext_lazy("asked of the customer", "The picture again, sharper"),
        hint=_(
            "Photograph or scan the original once more: steady, in daylight, without glare, so "
            "that every character can be read."
        ),
        replaces=True,
    ),
    Item(
        code="whole_document",
        title=_("The whole document in one picture"),
        hint=_(
            "All four edges in the frame, nothing covered; emblem and seals whole. No fingers, "
            "no watermark."
        ),
        replaces=True,
    ),
    Item(
        code="colour_original",
        title=_("A colour picture of the original"),
        hint=_(
            "Photograph or scan the original in colour: no black-and-white copy, no picture of "
            "a screen."
        ),
        replaces=True,
    ),
    Item(
        code="newer_document",
        title=_("The document that is valid now"),
        hint=_(
            "The renewed document of the same holder, with the same number. With another "
            "number, withdraw this submission and submit again."
        ),
        replaces=True,
    ),
    Item(
        code="other_side",
        title=_("The other side of the document"),
        hint=_("In colour, with all four edges in the frame."),
        kind=MaterialKind.IDENTITY_DOCUMENT_BACK,
    ),
    Item(
        code="business_licence",
        title=_("The business licence or certificate of the organisation"),
        hint=_(
            "The valid one in colour, with the emblem and the seal of the issuing office whole "
            "and sharp."
        ),
        kind=MaterialKind.SUPPORTING_DOCUMENT,
    ),
    Item(
        code="authorisation",
        title=_("A letter of authorisation"),
        hint=_(
            "Signed, and stamped with the official seal of the holder, naming who may act for it."
        ),
        kind=MaterialKind.SUPPORTING_DOCUMENT,
    ),
    Item(
        code="name_change_proof",
        title=_("Proof that the name was changed"),
        hint=_("The notice of the registration office that shows the earlier and the new name."),
        kind=MaterialKind.SUPPORTING_DOCUMENT,
    ),
    Item(
        code="household_certificate",
        title=_("A household certificate"),
        hint=_(
            "With the household registration seal of the police: for when the registration is "
            "being moved."
        ),
        kind=MaterialKind.SUPPORTING_DOCUMENT,
    ),
    Item(
        code="supporting_proof",
        title=_("Another proof"),
        hint=_("What the reviewer describes, in colour and complete."),
        kind=MaterialKind.SUPPORTING_DOCUMENT,
    ),
    Item(
        code="explanation",
        title=_("An explanation in words"),
        hint=_("A few sentences are enough. No document numbers."),
        answer=AnswerKind.TEXT,
    ),
)

ITEMS: Mapping[str, Item] = MappingProxyType({item.code: item for item in _ALL})
# For a row whose key left the catalogue.
GONE = Item(code="", title=_("Another proof"), hint="", kind=MaterialKind.SUPPORTING_DOCUMENT)


def item_of(code: str) -> Item:
    """The item of a row, also of one that the catalogue no longer has."""
    return ITEMS.get(code, GONE)


def kind_wanted(item: Item, about: MaterialKind | str | None) -> str:
    """The kind of the picture that answers it; "" where none does."""
    if item.answer is AnswerKind.TEXT:
        return ""
    return str(about if item.replaces and about else item.kind or MaterialKind.SUPPORTING_DOCUMENT)
