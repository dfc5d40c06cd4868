"""What has an ETag: an info template."""

from typing import Any

from registrar.api.conditions import Resource
from templates_app.models import InfoTemplate
from templates_app.selectors import get_template
from templates_app.services.locking import lock_template

from .shapes import template_shape


def _lock(template_id: str) -> InfoTemplate:
    return lock_template(get_template(template_id))


def _shown(template_id: str) -> dict[str, Any]:
    return template_shape(get_template(template_id))


TEMPLATE = Resource(lock=_lock, shown=_shown)
