import pytest

from templates_app.restrictions import questions
from templates_app.restrictions.selectors import restrictions_on

pytestmark = pytest.mark.django_db


def test_five_words(acme, inside, django_assert_num_queries):
    with inside(acme), django_assert_num_queries(2):
        hits = restrictions_on(
            names=questions.holder("organization", "中国样例协会", "China", fields=("a", "b")),
            number="11",
        )
    assert [(h.field, h.cause, h.word) for h in hits] == [
        ("a", "special_word", "中国"),
        ("b", "special_word", "China"),
    ]
