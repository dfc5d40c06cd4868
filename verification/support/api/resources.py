"""What has an ETag: a support request with its conversation."""

from typing import Any

from registrar.api.conditions import Resource
from verification.support.models import SupportRequest
from verification.support.selectors import find_request
from verification.support.services.locking import lock_request, one_at_a_time

from .shapes import request_detail_shape


def _lock(support_id: str) -> SupportRequest:
    found = find_request(support_id)
    one_at_a_time(found.account_id)  # always before the request, as whoever reopens one does
    return lock_request(found.pk)


def _shown(support_id: str) -> dict[str, Any]:
    return request_detail_shape(find_request(support_id))


SUPPORT_REQUEST = Resource(lock=_lock, shown=_shown)
