"""Every model that has states tells of them, or says why not."""

import pytest
from django.apps import apps
from django_fsm import FSMField

from registrar.events.catalogue import event_types
from registrar.tenancy.models import TenantModel

# Which object's events tell of a model's states.
TOLD = {
    "batches.Batch": "batch",
    "domains.Domain": "domain",
    "domains.Operation": "operation",
    "templates_app.InfoTemplate": "template",
    "verification.MaterialReading": "material",
    "verification.Reminder": "reminder",
    "verification.Submission": "verification",
    "sheets.SheetImport": "import",
    "webhooks.WebhookEndpoint": "webhook_endpoint",
    "plans.Plan": "reverification_plan",
    "support.SupportRequest": "support_request",
}
SILENT = {
    "batches.BatchItem": "told by the operation or verification that it brings about",
    "sheets.SheetRow": "told by the object that it brings about",
    "webhooks.WebhookDelivery": "the delivery of an event is no event: it would never end",
    "notices.Notice": "whether a mail went out to one member",
    "plans.PlanLine": "told by the operation, verification or reminder that it brings about, and "
    "counted when its plan ends",
    "verification.Rendition": "work of the house, looked up with the picture",
}


def models_with_states():
    return [
        model._meta.label
        for model in apps.get_models()
        if issubclass(model, TenantModel)
        and any(isinstance(field, FSMField) for field in model._meta.fields)
    ]


@pytest.mark.parametrize("label", models_with_states())
def test_states_are_told_or_deliberately_not(label):
    assert (label in TOLD) != (label in SILENT)


@pytest.mark.parametrize("object_type", sorted(TOLD.values()))
def test_states_that_are_told_have_types(object_type):
    assert any(kind.object_type == object_type for kind in event_types())
