"""Where authorities call back: no session, no account, only their signature (docs/
authority-contract.md)."""

from dataclasses import dataclass

import structlog
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from registrar.api.problems import MEDIA_TYPE, problem_body
from registrar.errors import NotFound
from verification.authorities.http.exchange import JSON_TYPE, MOST_BYTES
from verification.authorities.http.messages import Garbage, parse_callback
from verification.authorities.http.signing import SignatureRefused, verify_callback
from verification.services.taking_callbacks import find_caller, take_callback

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Signed:
    """The request as the signature sees it."""

    method: str
    url: str
    headers: dict[str, str]


@csrf_exempt
def authority_callback(request: HttpRequest, code: str) -> HttpResponse:
    """204: taken, also when it was said before. 401: not signed by this authority, whether the
    code exists or not. 404: no case that it has. 400, 405, 413, 415: not what the contract says.

    Whatever can be refused by the headers alone is refused before anything is read or asked.
    """
    refused = _refuse_by_headers(request)
    if refused is not None:
        return refused
    body = request.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        return _too_big(request)
    authority = find_caller(code)
    try:
        if authority is None:
            raise SignatureRefused
        verify_callback(
            _Signed("POST", request.build_absolute_uri(), dict(request.headers)),
            body=body,
            key_id=authority.callback_key_id,
            keys=(authority.callback_secret, authority.callback_secret_before),
        )
        answer = parse_callback(body)
        effect = take_callback(authority=authority, answer=answer)
    except SignatureRefused:
        log.warning("authority_callback_refused", known=authority is not None)
        return _problem(request, 401, "signature_refused", "The signature is missing or wrong.")
    except Garbage:
        log.warning("authority_callback_garbage", authority=code)
        return _problem(request, 400, "malformed_body", "The body is not a callback.")
    except NotFound:
        log.warning("authority_callback_unknown", authority=code)
        return _problem(request, 404, "unknown_case", "There is no such case.")
    log.info("authority_callback", authority=code, effect=effect.value)
    return HttpResponse(status=204)


authority_callback.enters_fence_itself = True  # type: ignore[attr-defined]


def _refuse_by_headers(request: HttpRequest) -> HttpResponse | None:
    if request.method != "POST":
        refused = _problem(request, 405, "method_not_allowed", "Only POST.")
        refused["Allow"] = "POST"
        return refused
    if request.content_type != JSON_TYPE:
        return _problem(request, 415, "unsupported_media_type", f"Only {JSON_TYPE}.")
    if _length(request) > MOST_BYTES:
        return _too_big(request)
    if request.META.get("QUERY_STRING"):
        return _problem(request, 400, "bad_request", "No query: it would not be signed.")
    if "Signature-Input" not in request.headers:
        return _problem(request, 401, "signature_refused", "The signature is missing or wrong.")
    return None


def _length(request: HttpRequest) -> int:
    text = request.META.get("CONTENT_LENGTH") or "0"
    return int(text) if text.isascii() and text.isdigit() else MOST_BYTES + 1


def _too_big(request: HttpRequest) -> HttpResponse:
    return _problem(request, 413, "body_too_large", f"At most {MOST_BYTES} bytes.")


def _problem(request: HttpRequest, status: int, code: str, detail: str) -> HttpResponse:
    body = problem_body(request, status=status, code=code, detail=detail)
    return JsonResponse(body, status=status, content_type=MEDIA_TYPE)
