"""`RateLimit-Policy` and `RateLimit`, as draft-ietf-httpapi-ratelimit-headers-10 has them."""

from collections.abc import Sequence

from .counting import Standing


def rate_headers(standings: Sequence[Standing]) -> dict[str, str]:
    """The two fields: every rate that counted the call, and what is left of each."""
    if not standings:
        return {}
    policies = (f'"{s.rate.name}";q={s.rate.amount};w={s.rate.seconds}' for s in standings)
    limits = (f'"{s.rate.name}";r={s.remaining};t={s.reset}' for s in standings)
    return {"RateLimit-Policy": ", ".join(policies), "RateLimit": ", ".join(limits)}
