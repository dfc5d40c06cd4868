"""Which reasons an unknown message may mean, for a person to choose from."""

from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from verification.catalogue.canonical import Canonical, canonical
from verification.catalogue.guards import keys_in
from verification.catalogue.needles import Wording, wording_texts, wordings

_RIVALS = 60
_MIN_LIKENESS = 25
# What deciding words in common add to the likeness of the letters.
_KEYS_WEIGH = 0.4
_MIN_SHARED = 2


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`likeness`, 0 to 1, of the message to `wording`; `shared` are the words in common."""

    code: str
    likeness: float
    wording: str
    shared: tuple[str, ...]


def suggest(message: str, *, limit: int = 6) -> tuple[Suggestion, ...]:
    """The likeliest reasons, likeliest first; each once, by its wording that is most alike.

    For people only: nothing keeps a suggestion from being quite wrong.
    """
    text = canonical(message)
    best: dict[str, Suggestion] = {}
    for stretch in _stretches(text):
        for _text, percent, place in process.extract(
            stretch,
            wording_texts(),
            scorer=fuzz.ratio,
            score_cutoff=_MIN_LIKENESS,
            limit=_RIVALS,
        ):
            # A part says less about the whole than all of it.
            share = len(stretch) / len(text.text)
            found = _compare(stretch, wordings()[place], percent / 100 * (1 + share) / 2)
            known = best.get(found.code)
            if found.shared and (known is None or known.likeness < found.likeness):
                best[found.code] = found
    ranked = sorted(best.values(), key=lambda found: (-found.likeness, found.code))
    return tuple(ranked[:limit])


def _stretches(text: Canonical) -> set[str]:
    marks = sorted(text.breaks)
    parts = {text.text[a:b] for a, b in pairwise(marks)}
    return {part for part in {*parts, text.text} if part}


def _compare(stretch: str, wording: Wording, letters: float) -> Suggestion:
    said = {key.word for key in keys_in(stretch)}
    wanted = {key.word for key in wording.keys}
    keys = len(said & wanted) / len(said | wanted) if said | wanted else 0.0
    likeness = letters * (1 - _KEYS_WEIGH) + keys * _KEYS_WEIGH
    equal = [step for step in Indel.opcodes(wording.text, stretch) if step.tag == "equal"]
    parts = [wording.text[step.src_start : step.src_end] for step in equal]
    shared = [part for part in parts if len(part) >= _MIN_SHARED]
    return Suggestion(wording.code, round(likeness, 2), wording.shown, tuple(dict.fromkeys(shared)))
