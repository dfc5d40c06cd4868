"""How answers are written."""

import datetime as dt
from typing import Any

from django.utils import timezone
from rest_framework.renderers import JSONRenderer
from rest_framework.utils.encoders import JSONEncoder


class _Encoder(JSONEncoder):
    def default(self, obj: Any) -> Any:
        """Moments in ISO 8601 with the registrar's offset, the same in every answer."""
        if isinstance(obj, dt.datetime):
            return timezone.localtime(obj).isoformat()
        return super().default(obj)


class ApiRenderer(JSONRenderer):
    encoder_class = _Encoder
