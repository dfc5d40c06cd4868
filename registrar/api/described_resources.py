"""What the API document says of itself and of each resource, before any operation."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_INTRO = _(
    "Everything that a customer's console does: info templates, verification, domains, and what"
    " becomes of them. Send a key as `Authorization: Bearer zm_…`; it belongs to one account and"
    " sees nothing else. Lists are pages of `items` with `next`. Refusals are problem documents"
    " (RFC 9457): go by `code`. Calls that change something take an `Idempotency-Key`, so that"
    " they can be sent again, and `dry_run=true`, which changes nothing."
)
_RESOURCES: dict[str, str | Promise] = {
    "account": _("The account that the key belongs to."),
    "api-keys": _("Keys of the account: their scopes, networks and ends, never their secrets."),
    "batches": _("Operations or verifications asked for by the thousand, and how far they are."),
    "domains": _("Domains: service status, real-name status, gates, locks and contacts."),
    "event-types": _("What kinds of events there are, and the data that each brings."),
    "events": _("What has happened in the account, in order: read on from where you were."),
    "failure-reasons": _("What messages of authorities mean, what causes them, and the way on."),
    "imports": _("Lists of domains or info templates as files, looked at before they are run."),
    "invitations": _("Offers of membership that nobody has answered yet."),
    "materials": _("Pictures of documents, to be handed in with a verification."),
    "me": _("The key of the call itself."),
    "members": _("The people of the account and their roles."),
    "operation-logs": _("Who has changed what, when and from where; nothing is ever changed."),
    "operations": _("What the registry is asked for: registrants, contacts, locks."),
    "prechecks": _("What a verification would fail for, told before it is handed in."),
    "reminders": _("Failures that only wait, and the day on which they can go in again."),
    "reverification-plans": _("Verification of many domains anew, planned first and then run."),
    "support-requests": _("Conversations with the registrar about what nobody can explain."),
    "templates": _("Info templates: verified registrants that domains are registered with."),
    "verifications": _("Submissions to authorities: handing in, following, finding the cause."),
    "webhook-deliveries": _("What was sent to endpoints and what they answered; sending again."),
    "webhook-endpoints": _("Addresses that events are sent to, each signed with its own secret."),
}
NAMES = frozenset(_RESOURCES)


def describe_resources(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """A hook of drf-spectacular. KeyError for a resource that nobody has described."""
    result["info"]["description"] = str(_INTRO)
    operations = (one for item in result.get("paths", {}).values() for one in item.values())
    names = sorted({name for operation in operations for name in operation["tags"]})
    result["tags"] = [{"name": name, "description": str(_RESOURCES[name])} for name in names]
    return result
