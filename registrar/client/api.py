"""The client: one connection to the API with one key, a resource by each name."""

from types import TracebackType
from typing import Any, Self

from .resources.batches import Batches
from .resources.domains import Domains
from .resources.events import Events
from .resources.failure_reasons import FailureReasons
from .resources.materials import Materials
from .resources.me import MeResource
from .resources.operation_logs import OperationLogs
from .resources.operations import Operations
from .resources.plans import Plans
from .resources.prechecks import Prechecks
from .resources.sheets import Sheets
from .resources.support_requests import SupportRequests
from .resources.templates import Templates
from .resources.verifications import Verifications
from .resources.webhooks import Webhooks
from .transport import Transport


class Client:
    """All of the API with one key.

    `server` is its address, with or without `/api/v1`; BadAddress where the key would be sent in
    clear. Options are those of `Transport`: `language` (`en` or `zh-hans`) of texts, `timeout`
    in seconds for each try, `retries`. Calls raise ApiError, Unreachable or NotAnAnswer.
    """

    def __init__(self, server: str, key: str, **options: Any) -> None:
        self._transport = transport = Transport(server, key, **options)
        self.me = MeResource(transport)
        self.domains = Domains(transport)
        self.templates = Templates(transport)
        self.materials = Materials(transport)
        self.prechecks = Prechecks(transport)
        self.verifications = Verifications(transport)
        self.operations = Operations(transport)
        self.plans = Plans(transport)
        self.failure_reasons = FailureReasons(transport)
        self.operation_logs = OperationLogs(transport)
        self.support_requests = SupportRequests(transport)
        self.events = Events(transport)
        self.webhooks = Webhooks(transport)
        self.batches = Batches(transport)
        self.sheets = Sheets(transport)

    def close(self) -> None:
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
