"""What domains add to the apps below; called from AppConfig.ready()."""

from django.utils.translation import gettext_lazy as _

from domains.batching.kind import OperationsKind
from domains.events import EVENTS, SILENT
from domains.log_actions import ACTIONS
from domains.log_fields import DOMAIN_FIELDS, OPERATION_FIELDS, operation_object
from domains.notices import KINDS
from domains.panels import status_counts
from domains.search import search_domains
from domains.sheets.kind import DomainSheets
from domains.template_uses import count_domains
from domains.timeline import dates_of, operations_of, register_timeline_source
from registrar.accounts.permissions import Permission
from registrar.batches.kinds import register_batch_kind
from registrar.console.navigation import NavItem, register
from registrar.console.panels import register_panel
from registrar.console.search import register_source
from registrar.events.catalogue import register_events, register_silent
from registrar.notices.kinds import register_kinds
from registrar.oplog.actions import register_actions
from registrar.oplog.fields import register_fields
from registrar.oplog.object_names import register_object_name
from registrar.sheets.kinds import register_kind
from templates_app.uses import register_use_counter


def register_below() -> None:
    register_actions(ACTIONS)
    register_events(EVENTS)
    register_silent(SILENT)
    register_fields("domain", DOMAIN_FIELDS)
    register_fields("operation", OPERATION_FIELDS)
    register_object_name("operation", operation_object)
    register_use_counter(count_domains)
    register_kinds(KINDS)
    register_batch_kind(OperationsKind())
    register_kind(DomainSheets())
    _register_pages()


def _register_pages() -> None:
    register(
        NavItem(
            key="domains",
            label=_("Domains"),
            url_name="domains:list",
            icon="globe",
            order=20,
            permission=Permission.DOMAINS_READ,
        )
    )
    register(
        NavItem(
            key="operations",
            label=_("Operations"),
            url_name="domains:operations",
            icon="list-checks",
            order=50,
            permission=Permission.OPERATIONS_READ,
        )
    )
    register_source("domains", _("Domains"), search_domains)
    register_panel("domain_statuses", 10, "domains/panels/statuses.html", status_counts, area="top")
    register_timeline_source("dates", dates_of)
    register_timeline_source("operations", operations_of)
