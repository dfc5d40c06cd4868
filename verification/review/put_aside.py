"""What a reviewer has given back: *Claim next* offers it to them last.

Kept in the session: whoever wants it at once opens it and claims it.
"""

from .requests import StaffRequest

_KEPT = "review_put_aside"
# Older ones are offered like any other.
_MOST = 50


def put_aside(request: StaffRequest, pk: int) -> None:
    request.session[_KEPT] = [*(one for one in aside(request) if one != pk), pk][-_MOST:]


def take_up(request: StaffRequest, pk: int) -> None:
    """It is in the reviewer's hands again."""
    if pk in aside(request):
        request.session[_KEPT] = [one for one in aside(request) if one != pk]


def aside(request: StaffRequest) -> list[int]:
    return list(request.session.get(_KEPT, []))
