"""The tool's own words in two languages; the server's come in the language that is asked for."""

import gettext as _gettext
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

CHINESE, ENGLISH = "zh-hans", "en"
LOCALE = Path(__file__).with_name("locale")
_current: _gettext.NullTranslations = _gettext.NullTranslations()


def choose(language: str) -> None:
    """Speak `language` from now on: `zh-hans`, anything else is English."""
    global _current  # noqa: PLW0603 - one person reads one terminal
    _current = _gettext.NullTranslations()
    if language == CHINESE:
        _current = _gettext.translation("zm", LOCALE, languages=["zh_Hans"], fallback=True)


def gettext(text: str) -> str:
    return _current.gettext(text)


def ngettext(single: str, plural: str, number: int) -> str:
    return _current.ngettext(single, plural, number)


def gettext_noop(text: str) -> str:
    """Mark a text that is translated where it is shown."""
    return text


def language_of(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """`--lang` before anything else, then the locale of the terminal; the help is in it too."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return _known(argument.removeprefix("--lang="))
        if argument == "--lang" and place + 1 < len(arguments):
            return _known(arguments[place + 1])
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return _known(environment[name])
    return ENGLISH


def _known(name: str) -> str:
    return CHINESE if name.lower().startswith("zh") else ENGLISH
