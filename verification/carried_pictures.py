"""Pictures that filled a new info template, on their way to its verification.

The session remembers which template they belong to: ids and nothing of what they show. Only the
person who uploaded them has it, and whether they are still there is asked of their account.
"""

from collections.abc import Sequence

from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from templates_app.models import InfoTemplate
from templates_app.tokens import read_token
from verification.models import Material
from verification.selectors import unused_materials

_ENTRY = "pictures_of_templates"
# Of templates that somebody fills from pictures one after the other before they are verified. One
# takes several: each time its values are shown (with the other side, without it) is another.
_MOST = 50


def carry_pictures(request: MemberRequest, *, token: str, materials: Sequence[Material]) -> None:
    """Remember `materials` for the template that the form with `token` will make."""
    uid = read_token(request.actor, token)
    ids = [material.public_id for material in materials]
    kept = {**request.session.get(_ENTRY, {}), str(uid): ids}
    request.session[_ENTRY] = dict(list(kept.items())[-_MOST:])


def carried_pictures(request: MemberRequest, template: InfoTemplate) -> list[Material]:
    """Those that were remembered for `template` and have not been sent yet; inside the fence."""
    ids = request.session.get(_ENTRY, {}).get(str(template.uid), [])
    if not ids or not request.actor.may(Permission.MATERIALS_READ):
        return []
    return unused_materials(ids)
