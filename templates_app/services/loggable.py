"""A template's fields as the operation log may hold them."""

from collections.abc import Callable
from dataclasses import asdict

from registrar.masking import mask_email, mask_phone
from templates_app.rules.numbers import mask_number
from templates_app.rules.template_rules import TemplateFields

_SHOWN = 6


def logged(fields: TemplateFields) -> dict[str, str | int]:
    """Every field; addresses, phone, e-mail and document number masked."""
    return {name: _masked(name, value) for name, value in asdict(fields).items()}


def changes(old: TemplateFields, new: TemplateFields) -> tuple[dict[str, str], dict[str, str]]:
    """What was and what is, of the fields that differ. Two values may look alike when masked."""
    was, now = asdict(old), asdict(new)
    changed = [name for name in now if was[name] != now[name]]
    before = {name: _masked(name, was[name]) for name in changed}
    return before, {name: _masked(name, now[name]) for name in changed}


def _masked(name: str, value: str) -> str:
    return _MASKS[name](value) if name in _MASKS and value else value


def _beginning(text: str) -> str:
    return f"{text[:_SHOWN]}***"


_MASKS: dict[str, Callable[[str], str]] = {
    "address_zh": _beginning,
    "address_en": _beginning,
    "phone_number": mask_phone,
    "email": mask_email,
    "document_number": mask_number,
}
