"""The one word that a list shows, derived in the database by fixed precedence.

Pure twin: domains.service_status.derive; a test holds the two together.
"""

from django.db.models import Case, CharField, Q, Value, When

from domains.states import Lifecycle, Naming, RealName, RegistrantChange, Transfer

_HOLDS = ["clientHold", "serverHold"]

_PRECEDENCE: tuple[tuple[Q, str], ...] = (
    (Q(disputed=True), "disputed"),
    (Q(lifecycle=Lifecycle.PENDING_DELETE), "pending_delete"),
    (Q(lifecycle=Lifecycle.REDEMPTION), "redemption"),
    (Q(lifecycle=Lifecycle.REGISTERING), "registering"),
    (Q(transfer=Transfer.IN_PENDING), "transfer_in_pending"),
    (Q(transfer=Transfer.OUT_PENDING), "transfer_out_pending"),
    (Q(transfer=Transfer.PUSH_PENDING), "push_pending"),
    (Q(registrant_change=RegistrantChange.IN_REVIEW), "registrant_change_in_review"),
    (Q(real_name=RealName.IN_REVIEW), "verification_in_review"),
    (Q(naming=Naming.FAILED), "naming_failed"),
    (Q(naming=Naming.IN_REVIEW), "naming_in_review"),
    (Q(real_name=RealName.FAILED), "verification_failed"),
    (Q(real_name=RealName.UNVERIFIED), "unverified"),
    (Q(epp_statuses__overlap=_HOLDS), "on_hold"),
    (Q(lifecycle=Lifecycle.EXPIRED), "expired"),
)

SERVICE_STATUS = Case(
    *(When(condition, then=Value(word)) for condition, word in _PRECEDENCE),
    default=Value("verified"),
    output_field=CharField(max_length=32),
)
