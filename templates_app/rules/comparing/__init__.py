"""Two texts that should be one: what differs, and how people and machines confuse them.

Everything here compares what was typed with what stands on a document; nothing judges.
"""

from templates_app.rules.comparing.alignment import Difference, align
from templates_app.rules.comparing.containing import stands_in
from templates_app.rules.comparing.folding import Folded, fold_name
from templates_app.rules.comparing.homophones import are_homophones
from templates_app.rules.comparing.latin import LatinFit, compare_latin, latin_words
from templates_app.rules.comparing.lookalikes import are_lookalikes, are_twins

__all__ = [
    "Difference",
    "Folded",
    "LatinFit",
    "align",
    "are_homophones",
    "are_lookalikes",
    "are_twins",
    "compare_latin",
    "fold_name",
    "latin_words",
    "stands_in",
]
