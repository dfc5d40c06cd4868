"""Where the steps of the catalogue lead: its link keys as pages of ours.

The keys are stable; the pages depend on what has failed and on who asks. "" means that no
page fits, or that the asker may not use it: then no link is shown.
"""

from collections.abc import Mapping
from typing import TypedDict
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from domains.gates import Operation as Gate
from domains.gating import blockers_of
from domains.models import Domain
from registrar.accounts.permissions import Permission
from registrar.tenancy.actor import Actor
from templates_app.gates import can_edit, version_blockers
from templates_app.models import InfoTemplate
from verification.catalogue.model import LINK_KEYS, LinkKey, LocalisedLink, Target
from verification.models import Submission
from verification.waiting.addresses import page_of

Links = dict[str, str]


class StepLink(TypedDict):
    """Where a step leads: `key` is a page of ours, or "external". `url` is that of the page in
    general, "" where there is none before one knows what has failed."""

    key: str
    url: str
    label: str


_LABELS: Mapping[LinkKey, Promise] = {
    "edit_template": _("To the info template"),
    "new_template": _("Create an info template"),
    "resubmit": _("Submit again"),
    "change_registrant": _("Change of registrant"),
    "wait": _("When and how to submit again"),
    "support": _("Contact support"),
    "templates": _("Info templates"),
    "domains": _("Domains"),
    "operation_log": _("Operation log"),
    "upload": _("Upload again"),
}
_NEEDS: Mapping[LinkKey, Permission] = {
    "edit_template": Permission.TEMPLATES_WRITE,
    "new_template": Permission.TEMPLATES_WRITE,
    "resubmit": Permission.VERIFICATIONS_WRITE,
    "change_registrant": Permission.OPERATIONS_WRITE,
    "templates": Permission.TEMPLATES_READ,
    "domains": Permission.DOMAINS_READ,
    "operation_log": Permission.LOGS_READ,
    "support": Permission.VERIFICATIONS_WRITE,
    "upload": Permission.VERIFICATIONS_WRITE,
}
_LONGEST_QUERY = 3000
# The page that a reason's fix leads to; what isn't named has none among ours.
_TARGETS: Mapping[Target, LinkKey] = {
    "change_registrant": "change_registrant",
    "resubmit": "resubmit",
    "edit_template": "edit_template",
    "new_template": "new_template",
    "wait": "wait",
    "contact_support": "support",
    "upload": "upload",
    "domains": "domains",
    "operation_log": "operation_log",
}


def links_in_general(actor: Actor) -> Links:
    """For pages that are about no template and no domain."""
    return _permitted(_in_general(), actor)


def links_for_template(template: InfoTemplate, actor: Actor) -> Links:
    """For a template whose verification failed."""
    here = reverse("verification:submit_template", args=[template.public_id])
    own = {
        "edit_template": _typing_page(template),
        "resubmit": here,
        "upload": here,
        "change_registrant": "",
        "wait": reverse("templates:detail", args=[template.public_id]),
        "support": support_url("template", template.public_id),
    }
    return _permitted(_in_general() | own, actor)


def links_for_domain(domain: Domain, actor: Actor) -> Links:
    """For a domain whose verification failed. At most one query."""
    # Not the sealed number: opening it costs time and nobody asked for it.
    rows = InfoTemplate.objects.filter(pk=domain.template_id).only("uid", "state", "account")
    template = rows.first() if domain.template_id else None
    # A closed gate would only say so: the failure's own page says it better.
    resubmit = _if_open(domain, Gate.SUBMIT_VERIFICATION, "verification:reverify_resubmit")
    own = {
        "edit_template": _typing_page(template) if template else "",
        "resubmit": resubmit,
        "upload": resubmit,
        "change_registrant": _if_open(
            domain, Gate.CHANGE_REGISTRANT, "verification:reverify_change"
        ),
        "wait": reverse("verification:reverify", args=[domain.name]),
        "support": support_url("domain", domain.name),
    }
    return _permitted(_in_general() | own, actor)


def links_for_submission(submission: Submission, actor: Actor) -> Links:
    """For the template or the domain that a submission is about."""
    if submission.domain is not None:
        found = links_for_domain(submission.domain, actor)
    elif submission.template is not None:
        found = links_for_template(submission.template, actor)
    else:
        return links_in_general(actor)
    own = {"support": support_url("submission", submission.public_id), "wait": page_of(submission)}
    return found | _permitted(own, actor)


def _if_open(domain: Domain, gate: Gate, view: str) -> str:
    return "" if blockers_of(domain, gate) else reverse(view, args=[domain.name])


def no_links() -> Links:
    """For staff, who read the same text but have no account to act in."""
    return dict.fromkeys(sorted(LINK_KEYS), "")


def described_link(link: LocalisedLink) -> StepLink:
    """A step's link with its address in general and its label, in the active language."""
    if link.key == "external":
        return StepLink(key=link.key, url=link.url, label=link.label)
    return StepLink(key=link.key, url=_in_general()[link.key], label=str(_LABELS[link.key]))


def target_link(target: Target) -> LocalisedLink | None:
    """The page of ours that a reason's fix leads to, if there is one."""
    key = _TARGETS.get(target)
    return LocalisedLink(key) if key else None


def support_url(name: str = "", value: str = "") -> str:
    """The form for support, about a `submission`, `domain`, `template`, `reason` or `message`.

    What would make an address longer than servers take is left out.
    """
    page = reverse("support:new")
    query = urlencode({name: value}) if name else ""
    return f"{page}?{query}" if 0 < len(query) <= _LONGEST_QUERY else page


def _in_general() -> Links:
    failed = f"{reverse('verification:list')}?state=failed"
    failed_domains = f"{reverse('domains:list')}?service_status=verification_failed"
    templates = reverse("templates:list")
    return {
        "edit_template": templates,
        "new_template": reverse("templates:new"),
        "resubmit": failed,
        "upload": failed,
        "change_registrant": failed_domains,
        "wait": "",
        "support": support_url(),
        "templates": templates,
        "domains": reverse("domains:list"),
        "operation_log": reverse("oplog:list"),
    }


def _typing_page(template: InfoTemplate) -> str:
    """Where what is typed can be corrected: the template itself, or a new version of it."""
    if can_edit(template.state):
        return reverse("templates:edit", args=[template.public_id])
    if version_blockers(template.state):
        return ""
    return reverse("templates:new_version", args=[template.public_id])


def _permitted(links: Links, actor: Actor) -> Links:
    needs: Mapping[str, Permission] = {str(key): value for key, value in _NEEDS.items()}
    return {
        key: url if key not in needs or actor.may(needs[key]) else "" for key, url in links.items()
    }
