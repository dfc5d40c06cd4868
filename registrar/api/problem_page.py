"""docs/problems.md: every code of a refusal and what it means."""

from collections.abc import Iterator
from itertools import groupby

from .problem_codes import problem_codes

_HEAD = """\
# What refusals mean

Every refusal of the API is a problem document (RFC 9457, `application/problem+json`). `type` is
`urn:zhengming:problem:` and the `code`; programs go by `code`, people read `detail`, in the
language of `Accept-Language`. `errors` holds each thing that is wrong, or each reason that
blocks, with a code of its own. Which codes an operation answers with stands beside it in
[openapi.yaml](openapi.yaml) and at `/api/v1/docs`; the tests hold it to that.

Written by `make schema`.
"""


def problem_page() -> bytes:
    """The page in the language that is active."""
    return "\n".join([_HEAD, *_tables()]).encode()


def _tables() -> Iterator[str]:
    for status, codes in groupby(problem_codes(), key=lambda known: known.status):
        yield f"## {status}\n\n| code | what it means |\n|---|---|"
        yield from (f"| `{known.code}` | {known.meaning} |" for known in codes)
        yield ""
