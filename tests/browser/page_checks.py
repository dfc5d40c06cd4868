"""What must be true of any page, in any language and theme, on any screen."""

import re
from collections.abc import Iterable
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

_WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
# Colours that are on their way to those of the other theme would be judged half-way.
_SETTLED = """() => new Promise(
    done => requestAnimationFrame(() => requestAnimationFrame(done))
).then(() => Promise.allSettled(document.getAnimations().map(each => each.finished)))
.then(() => true)"""
_GRAVE = {"serious", "critical"}

# Everything that names or labels, with what only a screen reader says.
_WORDS = """() => {
    const parts = "h1, h2, h3, h4, h5, legend, label, th, dt, summary, button, option, caption," +
        " a.btn, .btn, .badge, .step, .nav-link, .menu-item, .field-hint, .callout-title";
    const found = [document.title];
    for (const part of document.querySelectorAll(parts)) {
        if (part.closest("[lang=en]") || part.querySelector("[lang=mul]")) continue;
        const copy = part.cloneNode(true);
        copy.querySelectorAll("[aria-hidden=true], kbd").forEach(hidden => hidden.remove());
        found.push(copy.textContent);
    }
    for (const name of ["aria-label", "placeholder", "title", "alt"])
        for (const part of document.querySelectorAll(`[${name}]`))
            found.push(part.getAttribute(name));
    return [...new Set(found.map(text => text.replace(/\\s+/g, " ").trim()))].filter(Boolean);
}"""
_BODY = """() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set();
    while (walk.nextNode()) {
        const parent = walk.currentNode.parentElement;
        if (!parent.closest("script, style, code, pre, option, .mono, [lang=en], [lang=mul]"))
            found.add(walk.currentNode.data.replace(/\\s+/g, " ").trim());
    }
    return [...found].filter(Boolean);
}"""
_WORD = r"[A-Z]?[a-z][a-z'’-]*"
_THREE_WORDS = re.compile(rf"\b{_WORD}(?:,? {_WORD}){{2,}}")
_TWO_WORDS = re.compile(rf"{_WORD}(?: [\w'’()-]+)+[:.…?]*")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")


def english_left(page: Page, names: Iterable[str]) -> list[str]:
    """What a Chinese page says in English, without names: labels of two words and more, and
    three words in a row in any text."""
    labels = {text for text in page.evaluate(_WORDS) if _TWO_WORDS.fullmatch(_without(text, names))}
    texts = {text for text in page.evaluate(_BODY) if _THREE_WORDS.search(_without(text, names))}
    return sorted(labels | texts)


def chinese_left(page: Page, names: Iterable[str]) -> list[str]:
    """Labels of an English page with Chinese that is no name. Texts in other elements may be
    data: messages of authorities, notes, addresses."""
    texts = page.evaluate(_WORDS)
    return sorted({text for text in texts if _CHINESE.search(_without(text, names))})


def start_axe(page: Page) -> None:
    page.evaluate(AXE_SCRIPT)


def axe_complaints(page: Page, *, colours_only: bool = False) -> list[Any]:
    """Serious and critical violations, each with its rule and elements."""
    kind, values = ("rule", ["color-contrast"]) if colours_only else ("tag", _WCAG)
    options = {"resultTypes": ["violations"], "runOnly": {"type": kind, "values": values}}
    page.evaluate(_SETTLED)
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [
        (violation["id"], [node["html"][:200] for node in violation["nodes"]])
        for violation in found
        if violation["impact"] in _GRAVE
    ]


def scrolls_sideways(page: Page) -> bool:
    width = "document.documentElement"
    return bool(page.evaluate(f"{width}.scrollWidth > {width}.clientWidth"))


def _without(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = text.replace(name, " · ")
    return text
