"""Who may not hold a domain, and which words no name may hold (seed 002, 填写有误，或因为其他原因
无法使用; 该域名包含限制词汇). Pure: the lists come in as values, `templates_app.restrictions`
fetches them."""

from templates_app.rules.restrictions.causes import SUBJECT_CAUSES, WORD_KINDS, Cause
from templates_app.rules.restrictions.fold import Folded, fold, key_of
from templates_app.rules.restrictions.hits import Hit, as_problem, code_of, message_of
from templates_app.rules.restrictions.judge import Listed, Name, Question, Use, judge
from templates_app.rules.restrictions.subjects import ListedSubject
from templates_app.rules.restrictions.words import ListedWord, pieces

__all__ = [
    "SUBJECT_CAUSES",
    "WORD_KINDS",
    "Cause",
    "Folded",
    "Hit",
    "Listed",
    "ListedSubject",
    "ListedWord",
    "Name",
    "Question",
    "Use",
    "as_problem",
    "code_of",
    "fold",
    "judge",
    "key_of",
    "message_of",
    "pieces",
]
