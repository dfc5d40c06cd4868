"""A proposal as the columns of a line."""

from collections.abc import Mapping
from typing import Any

from templates_app.models import InfoTemplate

from .rules import Proposal


def columns_of(proposal: Proposal, templates: Mapping[str, InfoTemplate]) -> dict[str, Any]:
    """`templates` holds at least the one that the proposal names."""
    untils = [blocker.until for blocker in proposal.blocked_by if blocker.until]
    return {
        "route": proposal.route,
        "template": templates[proposal.template] if proposal.template else None,
        "other_holder": proposal.other_holder,
        "reason": proposal.reason,
        "because": list(proposal.because),
        "blocked_by": [blocker.code for blocker in proposal.blocked_by],
        "blocked_until": max(untils, default=None),
        "safe_from": proposal.safe_from,
        "expected_on": proposal.expected_on,
        "expected_provisional": proposal.provisional,
        "group": proposal.group,
    }
