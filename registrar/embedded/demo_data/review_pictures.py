"""The picture of a case, drawn so that it really shows what is the matter."""

import io
from dataclasses import replace

from PIL import Image, ImageFilter

from registrar.embedded.documents import draw_id_card, draw_licence, draw_travel_document

from .identities import BY_KEY, Identity
from .pictures import TRAVEL_TITLES, draw
from .review_cases import Flaw, ReviewCase
from .review_holders import HOLDERS

_QUALITY = 95
# Enough to make the characters swim, of the size that they are drawn in.
_BLUR = 5
# Of the width, at the left: the labels go, the coloured portrait stays whole.
_CUT = 0.08


def holder_of(case: ReviewCase) -> Identity:
    """Whose submission it is, as typed."""
    holder = HOLDERS.get(case.holder) or BY_KEY[case.holder]
    return replace(holder, name=case.typed_name) if case.typed_name else holder


def draw_case(case: ReviewCase) -> bytes:
    if case.picture_of:
        return draw(HOLDERS.get(case.picture_of) or BY_KEY[case.picture_of])
    content = _document(case, HOLDERS[case.holder])
    return content if case.flaw is None else _spoilt(content, case.flaw)


def _document(case: ReviewCase, holder: Identity) -> bytes:
    name = case.shows_name or holder.name
    number = case.shows_number or holder.number
    if holder.document_type == "YYZZ":
        return draw_licence(name, number, legal_representative=holder.contact_name)
    if holder.document_type in TRAVEL_TITLES:
        title = TRAVEL_TITLES[holder.document_type]
        return draw_travel_document(title, name, number, expires=case.shows_expiry)
    if case.address:
        return draw_id_card(name, number, address=case.address)
    return draw_id_card(name, number)


def _spoilt(content: bytes, flaw: Flaw) -> bytes:
    with Image.open(io.BytesIO(content)) as picture:
        picture.load()
        if flaw is Flaw.BLURRED:
            made = picture.filter(ImageFilter.GaussianBlur(_BLUR))
        else:
            width, height = picture.size
            made = picture.crop((round(width * _CUT), 0, width, height))
        out = io.BytesIO()
        made.convert("RGB").save(out, "JPEG", quality=_QUALITY, dpi=(300, 300))
    return out.getvalue()
