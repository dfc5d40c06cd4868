"""People at the running demo, each with a browser profile of their own."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.stack.harness import Stack, wait_for

# Authority, registry and worker together; pages ask again by themselves every 3 to 5 seconds.
RESULT_WITHIN = 60_000
# Two cores read a picture in some seconds, one after the other.
READ_WITHIN = 120_000


class Person:
    """Signed in by the sign-in page; what their browser's console says is in `complaints`."""

    def __init__(
        self,
        open_context: Callable[..., BrowserContext],
        stack: Stack,
        email: str,
        **options: Any,
    ) -> None:
        self.stack = stack
        self.page: Page = open_context(base_url=stack.base_url, **options).new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto("/login/")
        self.page.fill("#id_username", email)
        self.page.fill("#id_password", stack.demo["password"])
        self.page.click("form:has(#id_password) button.btn-primary")
        expect(self.page.locator("#id_password")).to_have_count(0)

    def click(self, role: Any, name: str) -> None:
        self.page.get_by_role(role, name=name, exact=True).first.click()

    def row(self, text: str) -> Locator:
        return self.page.locator("tbody tr", has_text=text)

    def find_domain(self, name: str) -> Locator:
        """Its row in the list, by way of navigation and search box."""
        self.click("link", "域名")
        self.page.get_by_role("searchbox", name="域名或持有者").fill(name)
        self.page.keyboard.press("Enter")
        return self.row(name)

    def status_of(self, name: str) -> str:
        """The word at the head of the domain's page."""
        self.page.goto(f"/domains/{name}/")
        return self.page.locator("h1 .badge").inner_text().strip()

    def wait_for_status(self, name: str, status: str) -> None:
        wait_for(
            lambda: self.status_of(name) == status,
            within=RESULT_WITHIN / 1000,
            for_what=f"{name} to be {status}",
        )

    def blocked_operations(self) -> set[str]:
        """Their names on a domain's page, where each must say why."""
        gates = self.page.locator(".gate-blocked")
        for gate in gates.all():
            expect(gate.locator(".gate-why").first).not_to_be_empty()
        return set(gates.locator(".gate-name").all_inner_texts())

    def wait_for_precheck(self) -> None:
        """Until every picture on the form is read and made fit to be sent."""
        expect(self.page.locator("#precheck")).to_be_visible()
        progress = self.page.locator("#precheck .precheck-progress")
        expect(progress).to_have_count(0, timeout=READ_WITHIN)

    def newest_code(self) -> str:
        """The code in the newest text message of the demo's outbox, read in another tab."""
        outbox = self.page.context.new_page()
        outbox.goto("/demo/outbox/")
        message = outbox.locator("article", has_text="+8613800138000").first
        code = message.get_by_text("验证码").inner_text()
        outbox.close()
        return "".join(filter(str.isdigit, code))[:6]
