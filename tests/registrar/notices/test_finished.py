"""Plans, files and batches that are through are told in one shape."""

import pytest
from django.utils.translation import override

from registrar.notices.kinds import Topic, kind_named
from registrar.notices.texts import text_of


@pytest.mark.parametrize("name", ["batch", "import", "plan"])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_each_says_how_many_and_what_was_refused(name, language):
    clean = kind_named(f"{name}.finished")
    assert (clean.topic, clean.tone) == (Topic.PLANS, "ok")
    with override(language):
        assert "7" in text_of(f"{name}.finished", {"done": 7}).text
        words = text_of(f"{name}.finished_with_refusals", {"done": 7, "refused": 3})
    assert words.tone == "warn"
    assert "7" in words.text
    assert "3" in words.text
