"""Where re-verification shows on pages below it; called from AppConfig.ready()."""

from registrar.console.object_panels import register_object_panel
from registrar.console.panels import register_panel

from .panels import failed_domain, failed_domains, unverified_domain

_FOLDER = "verification/panels"


def register_panels() -> None:
    register_object_panel(
        "domain.detail", "reverify", 10, f"{_FOLDER}/failed_domain.html", failed_domain
    )
    register_object_panel(
        "domain.detail", "verify", 10, f"{_FOLDER}/unverified_domain.html", unverified_domain
    )
    register_panel("failed_domains", 20, f"{_FOLDER}/failed_domains.html", failed_domains)
