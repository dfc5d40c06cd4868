"""Which authority takes a submission: data that staff keep, the most exact line counts."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from registrar.errors import StateConflict
from registrar.tenancy.context import for_the_registrar
from verification.models import AdapterKind, Authority, AuthorityRoute

SIMULATED = "simulated"
# A name is data, not text: it says it in both languages.
_SIMULATED_NAME = "模拟审核机构 · Simulated"


class Line(Protocol):
    """One line of the table; "" stands for any."""

    suffix: str
    profile: str


LineT = TypeVar("LineT", bound=Line)


def most_exact(lines: Iterable[LineT], *, suffix: str, profile: str) -> LineT | None:
    """The line that counts: suffix and profile, then suffix, then profile, then any; pure."""
    wanted = as_suffix(suffix)
    fitting = [
        line
        for line in lines
        if as_suffix(line.suffix) in ("", wanted) and line.profile in ("", profile)
    ]
    return max(fitting, key=lambda line: (bool(line.suffix), bool(line.profile)), default=None)


def as_suffix(text: str) -> str:
    """A suffix as it is compared: without leading dot, in small letters."""
    return text.strip().lower().strip(".")


def authority_for(*, suffix: str, profile: str) -> Authority | None:
    """The authority for a suffix ("" for a template) and a profile; inside the fence.

    Where no route leads anywhere it is settings.DEFAULT_AUTHORITY, whose row is made on demand
    if it is the simulated one. None: nobody takes it. A simulated authority counts as nobody
    unless settings.SIMULATED_AUTHORITY_ALLOWED, or people would be verified by nobody at all.
    """
    with for_the_registrar():
        chosen = _routed(suffix, profile) or _default()
    return chosen if chosen is not None and _may_judge(chosen) else None


def require_authority(*, suffix: str, profile: str) -> Authority:
    """The same; StateConflict where nobody takes it, so that nothing leaves for nowhere."""
    authority = authority_for(suffix=suffix, profile=profile)
    if authority is None:
        raise StateConflict(
            "no_authority",
            _("No authority is set up for this suffix and these rules. Tell an administrator."),
        )
    return authority


def authority_of(authority_id: int) -> Authority | None:
    """The row that a submission was handed to, as it is now; None where it may not judge."""
    with for_the_registrar():
        row = Authority.objects.get(pk=authority_id)
    return row if _may_judge(row) else None


def takes_the_rest(authority: Authority) -> bool:
    """Whether what no line covers goes to this one: a line for any leaves nothing over."""
    if authority.code != settings.DEFAULT_AUTHORITY or not _may_judge(authority):
        return False
    return not AuthorityRoute.objects.filter(suffix="", profile="").exists()


def simulated_authority() -> Authority:
    """The simulated one's row, made on demand; whether it may judge is not asked."""
    with for_the_registrar():
        return _simulated()


def _routed(suffix: str, profile: str) -> Authority | None:
    lines = AuthorityRoute.objects.filter(profile__in=["", profile])
    line = most_exact(lines.select_related("authority"), suffix=suffix, profile=profile)
    return line.authority if line else None


def _default() -> Authority | None:
    code = settings.DEFAULT_AUTHORITY
    known = Authority.objects.filter(code=code).first() if code else None
    if known is not None or code != SIMULATED or not settings.SIMULATED_AUTHORITY_ALLOWED:
        return known
    return _simulated()


def _simulated() -> Authority:
    row, _made = Authority.objects.get_or_create(
        code=SIMULATED,
        defaults={"name": _SIMULATED_NAME, "adapter": AdapterKind.SIMULATED},
    )
    return row


def _may_judge(authority: Authority) -> bool:
    simulated = authority.adapter == AdapterKind.SIMULATED
    return settings.SIMULATED_AUTHORITY_ALLOWED or not simulated
