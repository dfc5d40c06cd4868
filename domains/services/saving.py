"""Saving a locked domain."""

from collections.abc import Collection

from domains.models import Domain


def save_domain(domain: Domain, changed: Collection[str]) -> None:
    """Write the changed fields and read back the status that the database derives from them."""
    if not changed:
        return
    domain.save(update_fields=[*sorted(set(changed)), "updated_at"])
    domain.refresh_from_db(fields=["service_status"])
