"""What to ask the lists about a holder, a contact, a template or a domain's name (pure)."""

from collections.abc import Mapping, Sequence

from templates_app.rules.restrictions import Name, Use
from templates_app.rules.restrictions.subjects import ORGANIZATION
from templates_app.rules.text import has_han

_PERSON = "individual"


def holder(
    holder_type: str, name: str, english: str = "", *, fields: tuple[str, str]
) -> tuple[Name, ...]:
    """A holder's names; `fields` are what hits in the Chinese and the English one are told of.

    The English name of a person with a Chinese one is that name's sound and nothing more:
    Li China is how 李赤娜 is spelled, and a thousand people share Li Wei. It isn't asked about.
    """
    return _names(Use.HOLDER, holder_type, (name, english), fields)


def contact(
    name: str,
    english: str = "",
    *,
    fields: tuple[str, str] = ("contact_name_zh", "contact_name_en"),
) -> tuple[Name, ...]:
    """A contact's names: a person's, whoever the holder is. English as for `holder`."""
    return _names(Use.CONTACT, _PERSON, (name, english), fields)


def template_names(values: Mapping[str, str]) -> tuple[Name, ...]:
    """All names of an info template's fields."""
    return (
        *holder(
            values["holder_type"],
            values["name_zh"],
            values["name_en"],
            fields=("name_zh", "name_en"),
        ),
        *contact(values["contact_name_zh"], values["contact_name_en"]),
    )


def labels(names: Sequence[str], *, field: str = "name") -> tuple[Name, ...]:
    """A domain's labels left of its suffix, as people read them (U-labels)."""
    return tuple(Name(field, label, Use.DOMAIN) for label in names)


def _names(
    use: Use, holder_type: str, texts: tuple[str, str], fields: tuple[str, str]
) -> tuple[Name, ...]:
    name, english = texts
    only_sound = holder_type != ORGANIZATION and has_han(name)
    also = None
    if english and not only_sound:
        also = Name(fields[1], english, use, holder_type)
    return (Name(fields[0], name, use, holder_type, also),) if name or also else ()
