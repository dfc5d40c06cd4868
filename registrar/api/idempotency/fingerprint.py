"""What makes two calls the same: method, address and body."""

import hashlib
from collections.abc import Iterator
from typing import Any, cast

from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from rest_framework.request import Request


def fingerprint_of(request: Request) -> str:
    """SHA-256 over method, path, query and body, each with its length.

    Of a form with files it takes names and contents of the parts: the boundary differs each time
    it is sent. Raises what reading a body raises: too large, cut off, of a kind not taken here.
    """
    digest = hashlib.sha256()
    for part in _parts(request):
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.hexdigest()


def _parts(request: Request) -> Iterator[bytes]:
    yield (request.method or "").encode()
    yield request.path.encode()
    yield request.META.get("QUERY_STRING", "").encode()
    if request.content_type.startswith("multipart/"):
        yield from _form(request)
    else:
        yield request._request.body


def _form(request: Request) -> Iterator[bytes]:
    form = cast("MultiValueDict[str, Any]", request.data)
    for name, values in sorted(form.lists()):
        for value in values:
            yield name.encode()
            if isinstance(value, UploadedFile):
                yield b"file"
                yield _content_digest(value)
            else:
                yield b"text"
                yield str(value).encode()


def _content_digest(file: UploadedFile) -> bytes:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.digest()
