"""The addresses of every page of the running demo: of each kind of thing, one in each state."""

import re
from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Page

from tests.contract.routes import routes
from tests.stack.api import Api

OWNER, ADMIN = "owner@acme.example", "admin@registrar.example"

ANYBODY = (
    *("/login/", "/password-reset/", "/password-reset/sent/", "/password-reset/done/"),
    *("/password-reset/x/y/", "/invitations/nothing/", "/api/v1/docs"),
    *("/demo/", "/demo/outbox/"),
)
_PLAIN = (
    *("/", "/domains/", "/domains/?q=zzzz", "/templates/", "/templates/new/", "/templates/?q=zzzz"),
    "/templates/new/from-picture/",
    *("/verifications/", "/operations/", "/operations/?state=cancelled", "/logs/", "/logs/?q=zzzz"),
    *("/failure-reasons/", "/failure-reasons/?q=zzzz", "/failure-reasons/?q=serverHold"),
    *("/failure-reasons/electronic_check_failed/", "/failure-reasons/transfer_error/"),
    *("/search/?q=shili", "/search/?q=zzzz", "/settings/", "/settings/account/"),
    *("/settings/members/", "/settings/keys/", "/settings/password/", "/settings/notices/"),
    *("/notices/", "/notices/?show=unread"),
    *("/support/", "/support/?state=closed", "/support/new/"),
    "/support/new/?reason=materials_unclear",
    *("/settings/webhooks/", "/settings/webhooks/new/"),
    "/domains/register/",
    *("/domains/import/", "/templates/import/", "/imports/"),
    *("/identity/change_registrant/?next=/",),
)
_OF_A_DOMAIN = ("contacts/", "locks/", "change-registrant/", "reverify/")
_REVERIFY = ("reverify/", "reverify/change/", "reverify/resubmit/")


def customer_pages(api: Api) -> list[str]:
    """What an owner can open. Whatever the demo's data have become, its kinds stay."""
    things = (_domains, _templates, _others, _plans, _batches, _keys, _webhooks)
    return [*_PLAIN, *(page for pages in things for page in pages(api))]


def _domains(api: Api) -> list[str]:
    by_status = {one["service_status"]: one["name"] for one in _all(api, "/domains")}
    pages = [f"/domains/{name}/" for name in by_status.values()]
    for status in ("verified", "registrant_change_in_review"):
        pages += [f"/domains/{by_status[status]}/{page}" for page in _OF_A_DOMAIN]
    pages += [f"/domains/{by_status['verification_failed']}/{page}" for page in _REVERIFY]
    return [*pages, f"/domains/{by_status['verification_in_review']}/reverify/"]


def _templates(api: Api) -> list[str]:
    by_state = {one["state"]: one["id"] for one in _all(api, "/templates")}
    pages = [f"/templates/{template}/" for template in by_state.values()]
    pages += [f"/templates/{by_state['unverified']}/{page}/" for page in ("edit", "verify")]
    pages += [f"/templates/{by_state['failed']}/verify/"]
    return [*pages, f"/templates/{by_state['verified']}/new-version/"]


def _others(api: Api) -> list[str]:
    verifications = _one_of_each(_all(api, "/verifications"))
    operations = _one_of_each(_all(api, "/operations"))
    asked = _one_of_each(_all(api, "/support-requests"))
    entry = api.get("/operation-logs", limit="1")["items"][0]["id"]
    return [
        *(f"/verifications/{one}/" for one in verifications),
        *(f"/operations/{one}/" for one in operations),
        *(f"/support/{one}/" for one in asked),
        f"/logs/{entry}/",
    ]


def _plans(api: Api) -> list[str]:
    """A draft of all failed domains: nothing is done before it is run."""
    failed = {"filter": {"service_status": "verification_failed"}}
    plan = api.post("/reverification-plans", failed)["id"]
    return ["/reverification-plans/", f"/reverification-plans/{plan}/"]


def _batches(api: Api) -> list[str]:
    """One whose only item is refused at once: nothing is done."""
    nothing = {"items": [{"operation": "set_locks", "domain": "nobody.example"}]}
    return ["/batches/", f"/batches/{api.post('/operations', nothing)['id']}/"]


def _keys(api: Api) -> list[str]:
    return [f"/settings/keys/{api.get('/api-keys')['items'][0]['id']}/"]


def _webhooks(api: Api) -> list[str]:
    """An endpoint that is sent nothing: nobody listens there."""
    given = {"url": "http://127.0.0.1:9/", "event_types": ["account.renamed"]}
    endpoint = f"/settings/webhooks/{api.post('/webhook-endpoints', given)['id']}/"
    return [endpoint, f"{endpoint}edit/"]


def _all(api: Api, path: str) -> list[dict[str, Any]]:
    return list(api.get(path, limit="200")["items"])


def _one_of_each(rows: Iterable[dict[str, Any]]) -> list[str]:
    return list({row["state"]: str(row["id"]) for row in rows}.values())


# What people and scripts call things, as the API gives it.
_NAMED = ("name_zh", "name_en", "contact_name_zh", "contact_name_en", "address_zh", "address_en")
_OF_DOMAINS = ("name", "unicode_name", "registrant_name")


def names_in(*apis: Api) -> set[str]:
    """What info templates and domains are called by now: whatever the demo came with, and
    whatever anybody has made in it since."""
    found: set[str] = set()
    for api in apis:
        for template in _all(api, "/templates"):
            found |= {str(template.get(field) or "") for field in _NAMED}
        for domain in _all(api, "/domains"):
            found |= {str(domain.get(field) or "") for field in _OF_DOMAINS}
            found |= {str(tag) for tag in domain.get("tags") or ()}
    return found - {""}


def staff_pages(page: Page) -> list[str]:
    """The admin from its front page: every list of ours, one object of each, and the review of
    one submission in each state."""
    lists = [path for path in _links(page, "/admin/", "#content-main th a") if _DJANGOS not in path]
    found = ["/admin/", "/admin/password_change/", *lists]
    for path in lists:
        found += _links(page, path, _ROWS)[:1]
    queue = "/admin/verification/submission/"
    found += [f"{queue}?q=zzzz", f"{queue}reasons/registrant_name_mismatch/"]
    for state in ("submitted", "in_review", "at_authority", "passed", "failed"):
        found += _links(page, f"{queue}?state={state}", "a[href$='/decide/']")[:1]
    found += [found[-1].replace("/decide/", "/change/")]
    asked = "/admin/support/supportrequest/"
    found += [f"{asked}?q=zzzz", *_links(page, f"{asked}?state=all", "a[href$='/answer/']")[:2]]
    found += ["/admin/verification/figures/", *_operating(page), *_trusting(page)]
    return list(dict.fromkeys(found))


def _operating(page: Page) -> list[str]:
    """What is done to authorities and to their choice, and how they are."""
    authorities, routes = "/admin/verification/authority/", "/admin/verification/authorityroute/"
    found = [f"{authorities}new/", f"{authorities}status/", f"{routes}new/"]
    one = _links(page, authorities, _ROWS)[0].removesuffix("change/")
    route = _links(page, routes, _ROWS)[0].removesuffix("change/")
    found += [f"{one}{n}/" for n in ("edit", "detail", "status", "pause", "remove")]
    return [*found, f"{route}edit/", f"{route}remove/"]


def _trusting(page: Page) -> list[str]:
    """How far an account is trusted, and how a profile is reviewed."""
    account = _links(page, "/admin/accounts/account/", _ROWS)[0]
    return [
        account.replace("/change/", "/review/"),
        "/admin/verification/reviewpolicy/add/",
    ]


_ROWS = "#result_list tbody a[href$='/change/']"
# Groups and their permissions: Django's own form with Django's own words.
_DJANGOS = "/admin/auth/"


def _links(page: Page, path: str, selector: str) -> list[str]:
    page.goto(path)
    return [str(link.get_attribute("href")) for link in page.locator(selector).all()]


# Answers to forms, parts of pages, files, and what other tests walk.
_NO_PAGES = re.compile(
    r"^(admin|api|authority-callbacks|styleguide|language|theme|logout|accounts|materials|healthz|readyz|renditions|demo/(sign-in|documents))"
    r"|/(status|conversation|reply|close|reopen|withdraw|submit|cancel|tags|role|remove|invite|resend|revoke|number|delete|disable|answer|reminder|resubmit|resume|more)/$"
    r"|^templates/(romanise|check-number|new/from-picture/read)/$|/(verify|resubmit)/check/$|^notices/(bell|read|.*/open)/$"
    r"|^reverification-plans/(new|.*/(change|run|again))/$"
    r"|/(export|end-former|rotate|enable|replay|secret|test)/$|/import/sample\.|/report\."
    # It only leads on.
    r"|^settings/api-keys/$"
    # What only uploads and answers of receivers make; their tests open them.
    r"|^imports/<str:import_id>/|^settings/webhooks/deliveries/"
)


def page_routes() -> set[str]:
    """The routes of the URLconf that answer with a page."""
    return {route.pattern for route in routes() if not _NO_PAGES.search(route.pattern)}


def kind_of(path: str) -> str:
    """The address without what it is about: /domains/a.cn/ and /domains/b.cn/ are of a kind."""
    return re.sub(r"(?<=/)[^/]*[._0-9][^/]*(?=/)", "*", path)
