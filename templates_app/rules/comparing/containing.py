"""Whether words stand in a longer text, read with a slip or without one."""

from rapidfuzz import fuzz

# One misread, lost or added character in so many; in three, one. Two must be there whole.
_CHARACTERS_PER_SLIP = 6
_SHORTEST_WITH_SLIP = 3


def stands_in(words: str, text: str) -> bool:
    """Whether folded `words` stand somewhere in folded `text`, but for a misread character in
    six (at least one; none in words of one or two). Nothing stands nowhere."""
    if len(words) < _SHORTEST_WITH_SLIP:
        return bool(words) and words in text
    slips = max(1, len(words) // _CHARACTERS_PER_SLIP)
    # `partial_ratio` is 100 less the share of characters that differ.
    least = 100 * (len(words) - slips) / len(words)
    return len(text) >= len(words) - slips and fuzz.partial_ratio(words, text) > least - 0.01
