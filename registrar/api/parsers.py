"""JSON bodies, strictly: bounded, flat enough, and made of text that a database can hold."""

from json import JSONDecodeError
from typing import Any

from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import JSONParser


class BodyTooLarge(APIException):
    status_code = 413
    default_code = "body_too_large"
    default_detail = _("The body is too large.")


class StrictJSONParser(JSONParser):
    """ParseError (400) for broken JSON, NUL, lone surrogates and bottomless nesting;
    BodyTooLarge (413) above settings.DATA_UPLOAD_MAX_MEMORY_SIZE."""

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Any = None) -> Any:
        request = (parser_context or {}).get("request")
        length = request.META.get("CONTENT_LENGTH") if request is not None else None
        if str(length or "0").isdigit() and int(length or 0) > _limit():
            raise BodyTooLarge()
        try:
            parsed = self._decode(stream, media_type, parser_context)
            _check(parsed)
        except RecursionError:
            raise ParseError(_("The JSON is nested too deeply.")) from None
        return parsed

    def _decode(self, stream: Any, media_type: str | None, parser_context: Any) -> Any:
        try:
            return super().parse(stream, media_type, parser_context)
        except ParseError as error:
            raise ParseError(_place_of(error.__context__)) from None


def _place_of(cause: BaseException | None) -> str:
    """Where the JSON stops making sense, in the asked language."""
    if isinstance(cause, JSONDecodeError):
        place = {"line": cause.lineno, "column": cause.colno}
        return gettext("The body is not valid JSON: line %(line)d, column %(column)d.") % place
    return gettext("The body is not JSON in UTF-8.")


def _limit() -> int:
    return int(settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0)


def _check(value: Any) -> None:
    if isinstance(value, str):
        if "\0" in value or not _is_unicode(value):
            raise ParseError(_("Texts must not hold NUL or broken characters."))
    elif isinstance(value, dict):
        for key, part in value.items():
            _check(key)
            _check(part)
    elif isinstance(value, list):
        for part in value:
            _check(part)


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
