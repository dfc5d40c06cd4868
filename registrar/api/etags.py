"""Entity tags and the conditions made of them (RFC 9110, sections 8.8.3 and 13.1)."""

import hashlib
import re
from dataclasses import dataclass
from typing import Any

from .renderers import ApiRenderer

_TAG = r'(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"'
# Read in one way only: with two ways to take a blank, a short header would take hours to refuse.
_LIST = re.compile(rf"[ \t,]*{_TAG}(?:[ \t]*,[ \t,]*{_TAG})*[ \t,]*")
_TAGS = re.compile(_TAG)
_WEAK = "W/"


@dataclass(frozen=True, slots=True)
class Condition:
    """What `If-Match` or `If-None-Match` names: some tags, or with `*` whatever there is."""

    tags: frozenset[str] = frozenset()
    anything: bool = False

    def is_met_by(self, tag: str) -> bool:
        """For If-Match: byte for byte the same; a weak tag never is (section 8.8.3.2)."""
        return self.anything or tag in self.tags

    def is_met_weakly_by(self, tag: str) -> bool:
        """For If-None-Match: the same, weak or not."""
        return self.anything or tag in {known.removeprefix(_WEAK) for known in self.tags}


def read_condition(text: str) -> Condition:
    """The condition in a header; ValueError for what is neither `*` nor a list of tags."""
    if text.strip() == "*":
        return Condition(anything=True)
    if _LIST.fullmatch(text) is None:
        raise ValueError("no list of entity tags")
    return Condition(tags=frozenset(_TAGS.findall(text)))


def tag_of(data: Any) -> str:
    """A strong tag that changes whenever `data` do, as they are written in an answer."""
    return f'"{hashlib.sha256(ApiRenderer().render(data)).hexdigest()[:32]}"'
