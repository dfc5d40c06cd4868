"""Which characters a number may hold at each place."""

DIGITS = "0123456789"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ALPHANUMERIC = DIGITS + LETTERS
CHECK_11 = DIGITS + "X"  # check characters of MOD 11-2 and of GB 11714
CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100: no I, O, S, V, Z

Layout = tuple[str, ...]


def misfits(number: str, layout: Layout) -> list[int]:
    """Places, counted from 0, whose character the layout forbids; both have one length."""
    return [
        at
        for at, (character, allowed) in enumerate(zip(number, layout, strict=True))
        if character not in allowed
    ]
