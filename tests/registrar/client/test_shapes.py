"""The shapes are those of the API's document."""

import importlib
import pkgutil
from pathlib import Path
from typing import is_typeddict

import pytest
import yaml

from registrar.client import shapes

DOCUMENT = yaml.safe_load(
    (Path(__file__).resolve().parents[3] / "docs" / "openapi.yaml").read_text(encoding="utf-8")
)["components"]["schemas"]
NAMES = {
    "me.Me": "MeShape",
    "templates.Template": "TemplateShape",
    "templates.TemplateFields": "NewTemplate",
    "materials.Material": "MaterialAnswer",
    "prechecks.Precheck": "PendingPrecheckAnswer",
    "prechecks.Finding": "FindingAnswer",
    "verifications.Verification": "VerificationAnswer",
    "verifications.Waiting": "Waiting",
    "failures.Failure": "FailureAnswer",
    "failures.CatalogueReason": "CatalogueReasonAnswer",
    "failures.Cause": "CauseAnswer",
    "domains.Domain": "DomainShape",
    "domains.Route": "Route",
    "domains.Reverification": "Reverification",
    "operations.Operation": "OperationShape",
    "plans.Plan": "PlanShape",
    "plans.Line": "LineShape",
    "logs.LogEntry": "OperationLogShape",
    "support.SupportRequestDetail": "SupportRequestDetailAnswer",
    "events.Event": "EventShape",
    "webhooks.WebhookEndpoint": "WebhookEndpointShape",
    "webhooks.WebhookDeliveryDetail": "WebhookDeliveryDetailShape",
    "batches.Batch": "BatchHeadShape",
    "imports.Import": "ImportShape",
    "imports.ImportRow": "RowShape",
}


@pytest.mark.parametrize(("ours", "theirs"), NAMES.items())
def test_shape_has_no_field_that_the_document_lacks(ours, theirs):
    module, name = ours.split(".")
    shape = getattr(importlib.import_module(f"registrar.client.shapes.{module}"), name)
    assert set(shape.__annotations__) | _inherited(shape) <= set(DOCUMENT[theirs]["properties"])


def _inherited(shape) -> set[str]:
    return set(shape.__required_keys__ | shape.__optional_keys__)


def test_every_shape_is_a_typed_dictionary():
    for found in pkgutil.iter_modules(shapes.__path__):
        module = importlib.import_module(f"registrar.client.shapes.{found.name}")
        own = [v for v in vars(module).values() if getattr(v, "__module__", "") == module.__name__]
        assert all(is_typeddict(value) for value in own if isinstance(value, type))
