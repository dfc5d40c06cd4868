"""What a text is compared as: without spaces, half width, simplified, look-alike marks alike."""

from functools import lru_cache

from templates_app.rules.simplified import simplified
from templates_app.rules.text import fold_width, is_space

from .run import Run

_DOTS = dict.fromkeys("・•‧∙⋅･●", "·")
_SPACES = dict.fromkeys("\u3000\xa0\t", " ")
_ALIKE = str.maketrans({**_DOTS, **_SPACES, "【": "(", "】": ")", "〔": "(", "〕": ")"})


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """As many characters as `text` has; for labels and titles, not for values."""
    half = fold_width(text).translate(_ALIKE)
    return "".join(simplified(character) for character in half)


def compact(run: Run) -> Run:
    """Without spaces and invisible characters."""
    return run.keep(lambda at: not is_space(run.text[at]))


def alike(text: str, label: str, *, slips: int) -> bool:
    """Whether two texts of one length differ in no more than `slips` places."""
    if len(text) != len(label):
        return False
    return sum(one != other for one, other in zip(text, label, strict=True)) <= slips
