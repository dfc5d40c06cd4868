"""Which page of ours a request was sent from: where sign-in and identity check lead back to."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def asking_page(request: HttpRequest) -> str:
    """The page that holds the form or the live part; a page that was itself asked for, itself.

    Never the address of a part: opened as a page it would show half of one.
    """
    by_script = "HX-Request" in request.headers or "X-Requested-With" in request.headers
    if request.method in {"GET", "HEAD"} and not by_script:
        return request.get_full_path()
    sent_from = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    return _path_of_ours(request, sent_from) or request.path


def _path_of_ours(request: HttpRequest, address: str) -> str:
    """Path and query of `address`, "" if it is not on this host."""
    ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    if not ours:
        return ""
    parts = urlsplit(address)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    # "https://here//elsewhere/" is ours as a whole, its path alone is another host's address.
    return "" if path.startswith("//") else path
