"""What web servers and workers ask before they begin: they run no system checks by themselves."""

from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured

# Checks of data that ships with the code: quick, and without database.
SHIPPED_DATA = "shipped_data"


def refuse_broken_data() -> None:
    """Raise ImproperlyConfigured, saying all that is wrong, when a check of shipped data fails."""
    faults = [found for found in run_checks(tags=[SHIPPED_DATA]) if found.is_serious()]
    if faults:
        raise ImproperlyConfigured(" ".join(f"{fault.msg} {fault.hint}" for fault in faults))
