"""The choice of authority by suffix and profile, kept as data."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput, NotFound
from registrar.tenancy.actor import Actor
from verification.authorities.history import record_change
from verification.authorities.operators import require_operator
from verification.authorities.route_rules import check_profile, clean_suffix
from verification.models import Authority, AuthorityAction, AuthorityRoute

_TAKEN = _("There is a choice for this suffix and profile already. Change that one.")


@transaction.atomic
def add_route(*, actor: Actor, suffix: str, profile: str, authority_id: int) -> AuthorityRoute:
    """Lead the submissions of a suffix and a profile ("" for any) to an authority.

    It counts for what is handed over from now on. NotPermitted; InvalidInput for a suffix or
    profile that can't be, one that has its choice already, or an authority that is not there.
    """
    require_operator(actor)
    row = AuthorityRoute()
    _fill(row, suffix=suffix, profile=profile, authority_id=authority_id)
    _save(row)
    record_change(actor=actor, action=AuthorityAction.ADDED, about=row, after=_shown(row))
    return row


@transaction.atomic
def edit_route(
    *, actor: Actor, route_id: int, suffix: str, profile: str, authority_id: int
) -> AuthorityRoute:
    """Change it; what was handed over stays where it is. NotFound; otherwise as `add_route`."""
    require_operator(actor)
    row = _locked(route_id)
    before = _shown(row)
    _fill(row, suffix=suffix, profile=profile, authority_id=authority_id)
    after = _shown(row)
    if after != before:
        _save(row)
        record_change(
            actor=actor, action=AuthorityAction.EDITED, about=row, before=before, after=after
        )
    return row


@transaction.atomic
def remove_route(*, actor: Actor, route_id: int) -> None:
    """Remove it: the next most exact choice counts. NotPermitted, NotFound."""
    require_operator(actor)
    row = _locked(route_id)
    record_change(actor=actor, action=AuthorityAction.REMOVED, about=row, before=_shown(row))
    row.delete()


def _locked(route_id: int) -> AuthorityRoute:
    rows = AuthorityRoute.objects.select_for_update(of=("self",)).select_related("authority")
    row = rows.filter(pk=route_id).first()
    if row is None:
        raise NotFound
    return row


def _fill(row: AuthorityRoute, *, suffix: str, profile: str, authority_id: int) -> None:
    errors: list[FieldError] = []
    for name, clean, typed in (
        ("suffix", clean_suffix, suffix),
        ("profile", check_profile, profile),
    ):
        try:
            setattr(row, name, clean(typed))
        except InvalidInput as refused:
            errors += refused.errors
    # Nobody removes it before the choice stands.
    authority = Authority.objects.select_for_update().filter(pk=authority_id).first()
    if authority is None:
        message = _("There is no such authority any more.")
        errors.append(FieldError("authority", "invalid_choice", message))
    else:
        row.authority = authority
    if errors:
        raise InvalidInput(errors=errors)


def _save(row: AuthorityRoute) -> None:
    """The database has the last word on what is chosen already."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise InvalidInput(errors=[FieldError("suffix", "already_exists", _TAKEN)]) from None


def _shown(row: AuthorityRoute) -> dict[str, str]:
    return {"suffix": row.suffix, "profile": row.profile, "authority": row.authority.code}
