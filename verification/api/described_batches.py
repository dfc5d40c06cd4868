"""What the API document says of batches of verifications."""

from registrar.api.bodies import StrictSerializer
from registrar.batches.api.shapes import BatchHeadShape, ItemOfBatch

from .described import VerificationAnswer
from .serializers import VerificationInput


class VerificationItemAnswer(ItemOfBatch, VerificationAnswer):
    told = ("template", "domain")


class VerificationBatchAnswer(BatchHeadShape):
    items = VerificationItemAnswer(many=True)


class VerificationItems(StrictSerializer):
    items = VerificationInput(many=True)
