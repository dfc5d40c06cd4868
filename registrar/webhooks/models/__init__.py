from .attempt import WebhookAttempt
from .delivery import WebhookDelivery
from .endpoint import WebhookEndpoint

__all__ = ["WebhookAttempt", "WebhookDelivery", "WebhookEndpoint"]
