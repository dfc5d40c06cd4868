"""Every code of a refusal, with its status and what it means: the one list.

Apps above add theirs from `AppConfig.ready()`. Views name the codes that their methods answer
with (`problems`); the API document and docs/problems.md are written from both.
"""

import re
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise
_FIRST_SENTENCE = re.compile(r"(?<=[.。])\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class ProblemCode:
    """`code` is stable, for programs; `meaning` is one or two sentences for people."""

    code: str
    status: int
    meaning: Text


_KNOWN: dict[str, ProblemCode] = {}


def add_problem_codes(status: int, meanings: dict[str, Text]) -> None:
    """Codes that answer with `status`; ImproperlyConfigured where one means two things."""
    for code, meaning in meanings.items():
        known = _KNOWN.setdefault(code, ProblemCode(code, status, meaning))
        if known.status != status:
            raise ImproperlyConfigured(f"{code} is {known.status} already")


def title_of(code: str, otherwise: object) -> str:
    """The same for every refusal with this code (RFC 9457, section 3.1.3): the first sentence of
    what it means; `otherwise` for a code of the framework's own."""
    known = _KNOWN.get(code)
    return _FIRST_SENTENCE.split(str(known.meaning), maxsplit=1)[0] if known else str(otherwise)


def problem_code(code: str) -> ProblemCode:
    """ImproperlyConfigured for a code that nobody has explained."""
    if code not in _KNOWN:
        raise ImproperlyConfigured(f"The code {code} is not explained anywhere")
    return _KNOWN[code]


def problem_codes() -> list[ProblemCode]:
    """All of them, by status and code."""
    return sorted(_KNOWN.values(), key=lambda known: (known.status, known.code))


add_problem_codes(
    400,
    {
        "bad_request": _("The request can't be read: a NUL byte, or headers that make no sense."),
        "invalid_input": _(
            "The input is wrong. `errors` names each field or parameter with a code of its own;"
            " unknown ones are named too."
        ),
        "invalid_idempotency_key": _("`Idempotency-Key` is no text of 1 to 255 ASCII characters."),
        "invalid_precondition": _("`If-Match` or `If-None-Match` holds no entity tags."),
        "invalid_cursor": _("`cursor` is none that a page before has answered. Begin anew."),
        "nothing_to_run": _("Nothing in it can be carried out."),
        "malformed_body": _("The body is no JSON, or holds what a database can't keep."),
    },
)
add_problem_codes(
    401,
    {"not_authenticated": _("No API key was sent, or it is wrong, expired or revoked.")},
)
add_problem_codes(
    403,
    {
        "network_not_allowed": _("The key is right, and may not be used from this address."),
        "scope_missing": _("The key lacks a scope; `detail` names it."),
        "not_permitted": _("Keys may not do this, or the account may not."),
    },
)
add_problem_codes(
    404,
    {"not_found": _("There is no such thing in this account. Another account's is the same.")},
)
add_problem_codes(
    405,
    {"method_not_allowed": _("This address takes other methods; `Allow` names them.")},
)
add_problem_codes(
    406,
    {"not_acceptable": _("`Accept` asks for something else than JSON.")},
)
add_problem_codes(
    409,
    {
        "idempotency_in_progress": _(
            "The first call with this `Idempotency-Key` is still running. `Retry-After` says when"
            " to send it again."
        ),
        "state_conflict": _("It has moved on meanwhile. Read it again, then decide."),
    },
)
add_problem_codes(
    412,
    {
        "precondition_failed": _(
            "The object is no longer what `If-Match` names; what has no `ETag` never is."
        )
    },
)
add_problem_codes(413, {"body_too_large": _("The body is larger than the limit.")})
add_problem_codes(
    415,
    {"unsupported_media_type": _("The body is sent as another type than this address takes.")},
)
add_problem_codes(
    422,
    {"idempotency_key_reused": _("This `Idempotency-Key` was sent with another call.")},
)
add_problem_codes(
    429,
    {"too_many_requests": _("Asked too often. `Retry-After` says how many seconds to wait.")},
)
add_problem_codes(
    500,
    {"server_error": _("Something went wrong on our side; any call may meet it. Try again later.")},
)
add_problem_codes(
    503,
    {"unavailable": _("Something outside that this needs does not answer. Nothing was changed.")},
)
