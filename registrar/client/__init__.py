"""The typed client of the REST API, and `zm`, the command line tool that is built upon it.

    from registrar.client import Client

    with Client("https://registrar.example", key) as client:
        for domain in client.domains.list(service_status="verification_failed"):
            print(domain["name"])

It stands alone: nothing of the server is imported here, and httpx2 is all that it needs. What
answers hold is kept in dictionaries, typed by `registrar.client.shapes`; fields that a newer
server adds are there as well.
"""

from typing import TYPE_CHECKING, Any

from .errors import ApiError, ClientError

if TYPE_CHECKING:
    from .api import Client

__all__ = ["ApiError", "Client", "ClientError"]


def __getattr__(name: str) -> Any:
    """The HTTP library is loaded when somebody calls, not for `zm --help`."""
    if name != "Client":
        raise AttributeError(name)
    from .api import Client  # noqa: PLC0415 - see above

    return Client
