"""Lists of short words, written without commas."""


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split())
