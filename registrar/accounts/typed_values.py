"""What was typed into a form, while the page for the code is open.

In the session and not in the address: reasons and names are the account's own business, and
addresses end up in logs.
"""

from typing import Any

from .requests import MemberRequest


def keep_typed(request: MemberRequest, form: str, about: str, values: dict[str, Any]) -> None:
    """`values` of `form` until `take_typed` with the same `about`, a public id. One at a time:
    newer ones take their place."""
    request.session[f"typed_{form}"] = [about, values]


def take_typed(request: MemberRequest, form: str, about: str) -> dict[str, Any]:
    """What was typed into `form` about `about`, this once; {} otherwise."""
    key = f"typed_{form}"
    kept, values = request.session.get(key, ["", {}])
    if kept != about:
        return {}
    del request.session[key]
    return dict(values)
