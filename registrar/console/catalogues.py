"""The translation catalogues: one per app, English in the source, Chinese beside it.

The API document has one more: its texts stand in docstrings and schemas of every app, and are
collected from the document itself.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
from babel.messages.extract import extract
from django.conf import settings
from django.utils.translation import template as django_template

from registrar.api import document_texts

_KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_HEADER = {
    "Project-Id-Version": "zhengming",
    "Language": "zh_Hans",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}
_PLACEHOLDER = re.compile(r"%\(\w+\)|\{\w+\}")
Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One app's texts: where its source lies, and its .po file.

    Django merges all catalogues of the domain `django`; a program beside it has its own.
    `collect` finds texts and their places where they are not marked in the source.
    """

    source: Path
    domain: str = "django"
    collect: Callable[[], dict[str, str]] | None = None

    @property
    def po(self) -> Path:
        return self.source / "locale" / "zh_Hans" / "LC_MESSAGES" / f"{self.domain}.po"


@dataclass(frozen=True, slots=True)
class Message:
    context: str | None
    text: str
    plural: str | None
    place: str

    @property
    def key(self) -> Key:
        return (self.context, self.text)


def _catalogues() -> tuple[Catalogue, ...]:
    root = settings.BASE_DIR
    apps = ("templates_app", "domains", "verification")
    inner = (
        "accounts",
        "oplog",
        "console",
        "api",
        "events",
        "notices",
        "webhooks",
        "batches",
        "sheets",
        "embedded",
        "tenancy",
    )
    return (
        *(Catalogue(root / "registrar" / name) for name in inner),
        *(Catalogue(root / name) for name in apps),
        Catalogue(root / "registrar" / "client", domain="zm"),
        Catalogue(
            root / "registrar" / "api",
            domain=document_texts.DOMAIN,
            collect=document_texts.texts_to_translate,
        ),
    )


CATALOGUES = _catalogues()


def messages_of(catalogue: Catalogue) -> dict[Key, Message]:
    """Every marked text in the app's Python files and templates, or what `collect` finds."""
    if catalogue.collect is not None:
        found_places = catalogue.collect()
        return {(None, text): Message(None, text, None, at) for text, at in found_places.items()}
    found: dict[Key, Message] = {}
    for path in _files(catalogue):
        place = path.relative_to(settings.BASE_DIR).as_posix()
        for message in _extract(path, place):
            found.setdefault(message.key, message)
    return found


def _files(catalogue: Catalogue) -> Iterator[Path]:
    for pattern in ("*.py", "*.html", "*.txt"):
        for path in sorted(catalogue.source.rglob(pattern)):
            if "migrations" not in path.parts and "locale" not in path.parts:
                yield path
    if catalogue.source.name == "tenancy":
        # What lies directly in registrar/ (errors, settings …) is no app: the lowest one has it.
        registrar = catalogue.source.parent
        yield from sorted(registrar.glob("*.py"))
        for package in ("settings", "crypto"):
            yield from sorted((registrar / package).glob("*.py"))


def _extract(path: Path, place: str) -> Iterator[Message]:
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        source = django_template.templatize(source, origin=place)
        # What is left of the markup keeps its indents, which would be errors in Python.
        source = "\n".join(line.lstrip() for line in source.split("\n"))
    rows = extract("python", io.BytesIO(source.encode()), keywords=_KEYWORDS)
    for _line, text, _comments, context in rows:
        single, plural = text if isinstance(text, tuple) else (text, None)
        if single:
            yield Message(context, single, plural, place)


def update_catalogue(catalogue: Catalogue) -> None:
    """Add what is new, drop what is gone, keep every translation."""
    wanted = messages_of(catalogue)
    if not wanted and not catalogue.po.exists():
        return
    old = {(e.msgctxt, e.msgid): e for e in _read(catalogue)}
    po = polib.POFile(wrapwidth=100)
    po.metadata = dict(_HEADER)
    for key, message in sorted(wanted.items(), key=lambda row: (row[1].place, row[1].text)):
        po.append(_entry(message, old.get(key)))
    catalogue.po.parent.mkdir(parents=True, exist_ok=True)
    po.save(str(catalogue.po))


def _entry(message: Message, old: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(
        msgctxt=message.context,
        msgid=message.text,
        occurrences=[(message.place, "")],
    )
    if "%(" in message.text or "%s" in message.text or "%d" in message.text:
        entry.flags = ["python-format"]
    if message.plural:
        entry.msgid_plural = message.plural
        known = (old.msgstr_plural.get(0) or old.msgstr) if old else ""
        entry.msgstr_plural = {0: known}
    elif old:
        entry.msgstr = old.msgstr or old.msgstr_plural.get(0, "")
    return entry


def compile_catalogue(catalogue: Catalogue) -> None:
    """Write the .mo file that Django reads."""
    if catalogue.po.exists():
        polib.pofile(str(catalogue.po)).save_as_mofile(str(catalogue.po.with_suffix(".mo")))


def problems(catalogue: Catalogue) -> list[str]:
    """What is missing, stale, untranslated, badly formatted or not compiled."""
    wanted = messages_of(catalogue)
    entries = {(e.msgctxt, e.msgid): e for e in _read(catalogue)}
    place = catalogue.po.relative_to(settings.BASE_DIR).as_posix()
    found = [f"{wanted[k].place}: not collected: {k[1]!r}" for k in wanted.keys() - entries.keys()]
    found += [f"{place}: not used any more: {k[1]!r}" for k in entries.keys() - wanted.keys()]
    found += [f"{place}: {what}" for e in entries.values() for what in _entry_problems(e)]
    if entries and _compiled(catalogue) != {k: _text(e) for k, e in entries.items()}:
        found.append(f"{place}: the .mo file is not current")
    return sorted(found)


def collisions(catalogues: Iterable[Catalogue]) -> list[str]:
    """Texts that two apps translate differently: Django merges the catalogues, one would win."""
    seen: dict[Key, tuple[str, str]] = {}
    found = []
    for catalogue in (c for c in catalogues if c.domain == "django"):
        place = catalogue.po.relative_to(settings.BASE_DIR).parts
        app = "/".join(place[:-3])
        for entry in _read(catalogue):
            key, text = (entry.msgctxt, entry.msgid), _text(entry)
            other, known = seen.setdefault(key, (app, text))
            if known != text and text and known:
                found.append(
                    f"{entry.msgid!r} is {known!r} in {other} but {text!r} in {app}:"
                    " word one differently or give it a context"
                )
    return found


def _entry_problems(entry: polib.POEntry) -> Iterator[str]:
    text = _text(entry)
    if not text or entry.fuzzy:
        yield f"not translated: {entry.msgid!r}"
    elif _placeholders(entry) - _placeholders_in(text) and not entry.msgid_plural:
        yield f"a placeholder is lost: {entry.msgid!r}"


def _placeholders(entry: polib.POEntry) -> set[str]:
    return _placeholders_in(entry.msgid)


def _placeholders_in(text: str) -> set[str]:
    """`%(name)s` and `{name}`; both must survive translation."""
    return set(_PLACEHOLDER.findall(text))


def _text(entry: polib.POEntry) -> str:
    return str(entry.msgstr_plural.get(0, "")) if entry.msgid_plural else str(entry.msgstr)


def _read(catalogue: Catalogue) -> list[polib.POEntry]:
    if not catalogue.po.exists():
        return []
    return [e for e in polib.pofile(str(catalogue.po)) if not e.obsolete]


def _compiled(catalogue: Catalogue) -> dict[Key, str]:
    path = catalogue.po.with_suffix(".mo")
    if not path.exists():
        return {}
    return {(e.msgctxt, e.msgid): _text(e) for e in polib.mofile(str(path))}
