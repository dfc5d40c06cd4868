"""Every page of the running demo, in both languages and themes, on a desk and on a phone."""

import os
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import resolve
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

from registrar.embedded.demo_data.acme_plan import ACME_DOMAINS
from registrar.embedded.demo_data.cast import ACCOUNTS, EVERYBODY
from registrar.embedded.demo_data.failed_plan import FAILED_DOMAINS
from registrar.embedded.demo_data.holders import template_fields
from registrar.embedded.demo_data.identities import IDENTITIES
from registrar.embedded.demo_data.restrictions import RESTRICTED
from registrar.embedded.demo_data.review_cases import CASES
from registrar.embedded.demo_data.review_holders import REVIEW_HOLDERS
from registrar.embedded.reference import REFERENCE_NAME, SIMULATED_NAME
from tests.browser import demo_pages, page_checks
from tests.browser.demo_people import Person
from tests.stack.api import Api
from tests.stack.harness import Stack
from verification.catalogue.catalogue import reasons

pytestmark = [pytest.mark.browser, pytest.mark.stack, pytest.mark.xdist_group("stack")]

# Where to put pictures of the pages, to be looked at; none by default.
PICTURES = os.environ.get("PICTURES", "")
_WIDTHS = {1440: 900, 390: 844}
_OF_A_KIND = 3
_LANGUAGES = ("zh-hans", "en")


# What stands on Chinese documents, named in the descriptions of samples.
_ON_DOCUMENTS = ("营业执照", "统一社会信用代码证书", "名称", "法定代表人")
_DJANGOS = ("Change or view list link", "Model name", "Add link")


def _names() -> set[str]:
    """What is the same in every language: people, organisations, domains, tags, our own name,
    messages word for word, and what Django has not translated of its own."""
    found = {"正名", "简体中文", "English", "Webhook", *_DJANGOS, *_ON_DOCUMENTS}
    found |= {message for reason in reasons().values() for message in reason.messages}
    found |= {one.name for one in (*ACCOUNTS, *EVERYBODY)} | {RESTRICTED["name"]}
    found |= {case.typed_name for case in CASES} | {REFERENCE_NAME, SIMULATED_NAME}
    for one in (*IDENTITIES, *REVIEW_HOLDERS):
        holder = template_fields(one, email="")
        found |= {one.name, one.contact_name, holder.name_en, holder.contact_name_en}
        found |= {holder.address_en}
    for domain in (*ACME_DOMAINS, *FAILED_DOMAINS):
        found |= {domain.name, domain.registrant_name, domain.contact_name, *domain.tags}
        found.add(f".{domain.name.partition('.')[2]}")
    return found - {""}


_BROUGHT_ALONG = _names()


@pytest.fixture
def names(acme_api: Api, globex_api: Api) -> list[str]:
    """The longest first, so that no shorter one leaves half of it."""
    found = {*_BROUGHT_ALONG, *demo_pages.names_in(acme_api, globex_api)}
    return sorted(found, key=len, reverse=True)


@pytest.fixture
def anonymous(open_context: Callable[..., BrowserContext], stack: Stack) -> Page:
    return open_context(base_url=stack.base_url, reduced_motion="reduce").new_page()


def _look_everywhere(page: Page, paths: list[str], language: str, names: list[str]) -> list[str]:
    """Everything that is wrong with these pages, as lines to be read."""
    site = urljoin(page.url, "/")
    page.context.add_cookies([{"name": "language", "value": language, "url": site}])
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if _is_bad(message) else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    wrong: list[str] = []
    judged: Counter[str] = Counter()
    for path in paths:
        said.clear()
        page.set_viewport_size({"width": 1440, "height": 900})
        page.emulate_media(color_scheme="light")
        answer = page.goto(path, wait_until="load")
        assert answer is not None
        found = [f"console: {text}" for text in said if f"{answer.status}" not in text]
        found += [f"status {answer.status}"] if answer.status >= 500 else []
        wrong += [f"{path}: {each}" for each in found + _look(page, path, language, names, judged)]
    return wrong


def _is_bad(message: ConsoleMessage) -> bool:
    return message.type in {"error", "warning"}


def _look(
    page: Page, path: str, language: str, names: list[str], judged: Counter[str]
) -> list[str]:
    left = page_checks.english_left if language == "zh-hans" else page_checks.chinese_left
    found = [f"other language: {text}" for text in left(page, names)]
    # Structure and colours are the same in every language and on every page of a kind.
    axe = language == "zh-hans" and judged[demo_pages.kind_of(path)] < _OF_A_KIND
    judged[demo_pages.kind_of(path)] += 1
    if axe:
        page_checks.start_axe(page)
        found += [f"axe: {each}" for each in page_checks.axe_complaints(page)]
    _picture(page, path, f"{language}-1440-light")
    page.emulate_media(color_scheme="dark")
    if axe:
        found += [f"dark: {each}" for each in page_checks.axe_complaints(page, colours_only=True)]
    _picture(page, path, f"{language}-1440-dark")
    for width, height in _WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        found += [f"scrolls at {width}"] if page_checks.scrolls_sideways(page) else []
    _picture(page, path, f"{language}-390-dark")
    page.emulate_media(color_scheme="light")
    _picture(page, path, f"{language}-390-light")
    return found


def _picture(page: Page, path: str, what: str) -> None:
    if PICTURES:
        name = re.sub(r"[^\w.-]+", "_", path).strip("_") or "dashboard"
        page.screenshot(path=Path(PICTURES) / f"{name}-{what}.png", full_page=True)


@pytest.mark.parametrize("language", _LANGUAGES)
def test_pages_of_a_customer_are_sound(
    visit: Callable[..., Person], acme_api: Api, names: list[str], language: str
) -> None:
    page = visit(demo_pages.OWNER, reduced_motion="reduce").page
    wrong = _look_everywhere(page, demo_pages.customer_pages(acme_api), language, names)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", _LANGUAGES)
def test_pages_for_anybody_are_sound(anonymous: Page, names: list[str], language: str) -> None:
    anonymous.goto("/login/")
    wrong = _look_everywhere(anonymous, list(demo_pages.ANYBODY), language, names)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", _LANGUAGES)
def test_pages_of_staff_are_sound(
    visit: Callable[..., Person], names: list[str], language: str
) -> None:
    page = visit(demo_pages.ADMIN, reduced_motion="reduce").page
    wrong = _look_everywhere(page, demo_pages.staff_pages(page), language, names)
    assert not wrong, "\n".join(wrong)


def test_walk_leaves_no_page_out(acme_api: Api) -> None:
    paths = [*demo_pages.customer_pages(acme_api), *demo_pages.ANYBODY]
    paths = [path for path in paths if not path.startswith("/demo/")]
    walked = {resolve(urlsplit(path).path).route for path in paths}
    assert sorted(demo_pages.page_routes() - walked) == []
