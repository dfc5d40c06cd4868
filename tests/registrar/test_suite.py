"""What the suite asks of its own tools."""

import os

import pytest


@pytest.mark.xdist_group("grouped")
def test_groups_stay_with_one_worker(request):
    """Else every worker starts a whole system for itself, silently."""
    distributed = "PYTEST_XDIST_WORKER" in os.environ
    if distributed and request.config.getoption("dist") == "loadgroup":
        assert request.node.nodeid.endswith("@grouped")
