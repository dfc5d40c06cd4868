"""A drawn document for every identity."""

import hashlib
import io

from registrar.accounts.models import Account
from registrar.embedded.documents import (
    draw_credit_certificate,
    draw_id_card,
    draw_licence,
    draw_travel_document,
)
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from verification.materials_rules import DEFAULT_PROFILE, get_profile
from verification.models import Material, SubmissionMaterial
from verification.models.material import MaterialKind
from verification.services.materials import store_material
from verification.services.reading import want_readings
from verification.states import WITHDRAWABLE

from .identities import Identity

TRAVEL_TITLES = {"HZ": "护照 PASSPORT", "GAJMTX": "港澳居民来往内地通行证"}


def draw(identity: Identity) -> bytes:
    """The identity's document as a JPEG, with its right name and number."""
    name, number = identity.name, identity.number
    if identity.document_type == "SFZ":
        return draw_id_card(name, number)
    if identity.document_type == "YYZZ":
        return draw_licence(name, number, legal_representative=identity.contact_name)
    if identity.document_type in TRAVEL_TITLES:
        title = TRAVEL_TITLES[identity.document_type]
        return draw_travel_document(title, name, number, expires="2031.12.31")
    return draw_credit_certificate(name, number)


def load_picture(account: Account, identity: Identity) -> Material:
    """The picture as a material of the account, stored once; call it outside the fence."""
    return store_drawn(account, draw(identity))


def store_drawn(account: Account, content: bytes) -> Material:
    """`content` as a material of the account, stored once; call it outside the fence."""
    actor = system_actor(account.pk)
    with acting_as(actor):
        digest = hashlib.sha256(content).hexdigest()
        found: Material | None = Material.objects.filter(sha256=digest).first()
    return found or store_material(
        actor=actor,
        kind=MaterialKind.IDENTITY_DOCUMENT,
        upload=io.BytesIO(content),
        profile=get_profile(DEFAULT_PROFILE),
        # Dozens of them would keep the reader busy for minutes, and whoever tries the demo waiting.
        read=False,
    )


def want_reviewed_pictures(account: Account) -> None:
    """Ask for the reading of the few pictures that a reviewer is about to see."""
    with acting_as(system_actor(account.pk)):
        waiting = SubmissionMaterial.objects.filter(submission__state__in=WITHDRAWABLE)
        want_readings(link.material for link in waiting.select_related("material"))
