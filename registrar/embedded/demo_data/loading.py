"""The order in which the demo data come to be. Every step looks first: loading again, or after
an interruption, adds only what is missing and changes nothing that somebody has done since."""

from registrar.accounts.models import Account

from .accounts import load_accounts, load_staff
from .acme_plan import ACME_DOMAINS, ACME_TEMPLATES
from .domains import load_domain
from .failed_plan import FAILED_DOMAINS
from .globex_plan import GLOBEX_DOMAINS, GLOBEX_TEMPLATES
from .pictures import want_reviewed_pictures
from .plan import DemoDomain, DemoTemplate
from .register import load_register
from .restrictions import load_restrictions
from .review_past import load_past_reviews
from .review_queue import load_queue
from .support import load_support
from .templates import load_template


def load() -> None:
    load_staff()
    load_restrictions()
    accounts = load_accounts()
    load_register()
    _load_account(accounts["acme"], ACME_TEMPLATES, (*ACME_DOMAINS, *FAILED_DOMAINS))
    load_support(accounts["acme"])
    _load_account(accounts["globex"], GLOBEX_TEMPLATES, GLOBEX_DOMAINS)
    load_queue(accounts["initech"])
    load_past_reviews(accounts["initech"])
    want_reviewed_pictures(accounts["initech"])


def _load_account(
    account: Account, templates: tuple[DemoTemplate, ...], domains: tuple[DemoDomain, ...]
) -> None:
    for template in templates:
        load_template(account, template)
    for domain in domains:
        load_domain(account, domain)
    want_reviewed_pictures(account)
