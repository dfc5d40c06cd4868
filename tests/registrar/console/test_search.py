import pytest

from registrar.console.search import MAX_QUERY_LENGTH, Hit, register_source, search


def hits(query: str, limit: int) -> list[Hit]:
    return [Hit(f"{query}{n}", "", f"/{n}/") for n in range(limit + 5)]


def nothing(query: str, limit: int) -> list[Hit]:
    return []


def test_search_sources_without_hits_are_left_out():
    register_source("domains", "Domains", hits)
    register_source("templates", "Templates", nothing)
    assert [group.label for group in search("a")] == ["Domains"]


def test_search_source_that_returns_too_much_is_cut_at_the_limit():
    register_source("domains", "Domains", hits)
    assert len(search("a", limit=3)[0].hits) == 3


@pytest.mark.parametrize("query", ["", " ", "\t\n", "\u3000"])
def test_search_blank_query_asks_no_source(query: str):
    asked: list[str] = []

    def ask(text: str, _limit: int) -> list[Hit]:
        asked.append(text)
        return hits(text, 1)

    register_source("domains", "Domains", ask)
    assert search(query) == []
    assert asked == []


def test_search_long_query_is_cut():
    seen: list[str] = []

    def remember(query: str, _limit: int) -> list[Hit]:
        seen.append(query)
        return []

    register_source("domains", "Domains", remember)
    search(" " + "长" * 500)
    assert seen == ["长" * MAX_QUERY_LENGTH]


def test_register_source_taken_key_is_refused():
    register_source("domains", "Domains", hits)
    with pytest.raises(ValueError, match="'domains' is taken"):
        register_source("domains", "Domains", nothing)
