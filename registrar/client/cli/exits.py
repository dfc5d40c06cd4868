"""What an exit code means. Scripts rely on these; docs/zm.md lists them."""

from registrar.client.addresses import BadAddress
from registrar.client.errors import (
    BadName,
    ClientError,
    Conflict,
    InvalidInput,
    NotAuthenticated,
    NotFound,
    NotPermitted,
)

OK = 0
NO = 1  # it failed, or something blocks it
USAGE = 2  # wrong arguments or invalid input
DENIED = 3  # no key, a wrong one, or one that may not do this
NOT_FOUND = 4
CONFLICT = 5  # not now: blocked, under way already, or changed meanwhile
UNAVAILABLE = 6  # too often, no answer, a fault on the server's side
INTERRUPTED = 130

_BY_ERROR: tuple[tuple[type[ClientError], int], ...] = (
    (InvalidInput, USAGE),
    (BadAddress, USAGE),
    (BadName, USAGE),
    (NotAuthenticated, DENIED),
    (NotPermitted, DENIED),
    (NotFound, NOT_FOUND),
    (Conflict, CONFLICT),
)


class Stop(Exception):
    """The command ends here: `message` goes to stderr, `code` is the exit code."""

    def __init__(self, message: str, code: int = USAGE) -> None:
        self.message, self.code = message, code
        super().__init__(message)


def code_of(error: ClientError) -> int:
    return next((code for kind, code in _BY_ERROR if isinstance(error, kind)), UNAVAILABLE)
