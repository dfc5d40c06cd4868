"""What the API document says of batches of operations."""

from registrar.api.bodies import StrictSerializer
from registrar.batches.api.shapes import BatchHeadShape, ItemOfBatch

from .bodies import OperationInput
from .shapes import OperationShape


class BatchItemShape(ItemOfBatch, OperationShape):
    told = ("operation", "domain", "template")


class BatchShape(BatchHeadShape):
    items = BatchItemShape(many=True)


class OperationItems(StrictSerializer):
    items = OperationInput(many=True)
