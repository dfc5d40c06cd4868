from datetime import date, timedelta

from hypothesis import strategies as st

from domains.gates import Lifecycle, Naming, RealName, RegistrantChange, Transfer

from .facts import TODAY, make_facts

EPP_STATUSES = (
    *("ok", "clientHold", "serverHold", "inactive", "pendingTransfer"),
    *("clientUpdateProhibited", "serverUpdateProhibited"),
    *("clientTransferProhibited", "serverTransferProhibited"),
    *("clientRenewProhibited", "serverRenewProhibited"),
    *("clientDeleteProhibited", "serverDeleteProhibited"),
)
days_near_today = st.dates(TODAY - timedelta(days=90), TODAY + timedelta(days=90))
past_days = st.dates(date(2026, 8, 1), TODAY)

ANY_FACT = {
    "lifecycle": st.sampled_from(Lifecycle),
    "naming": st.sampled_from(Naming),
    "real_name": st.sampled_from(RealName),
    "registrant_change": st.sampled_from(RegistrantChange),
    "transfer": st.sampled_from(Transfer),
    "disputed": st.booleans(),
    "epp_statuses": st.frozensets(st.sampled_from(EPP_STATUSES)),
    "registered_on": st.none() | past_days,
    "transferred_on": st.none() | past_days,
    "registrant_changed_on": st.none() | past_days,
    "registrant_lock": st.booleans(),
    "expires_on": st.none() | days_near_today,
    "upgrade_pending": st.booleans(),
    "suffix": st.sampled_from(["com", "cn", "com.cn", "中国", "co.uk"]),
}

any_facts = st.builds(make_facts, **ANY_FACT)

# What a single restriction may add to a domain that lies at its free value there.
RESTRICTIONS = {
    "lifecycle": ("active", ANY_FACT["lifecycle"]),
    "naming": ("passed", ANY_FACT["naming"]),
    "real_name": ("verified", ANY_FACT["real_name"]),
    "registrant_change": ("none", ANY_FACT["registrant_change"]),
    "transfer": ("none", ANY_FACT["transfer"]),
    "disputed": (False, st.just(True)),
    "registered_on": (date(2024, 1, 1), ANY_FACT["registered_on"]),
    "transferred_on": (None, past_days),
    "registrant_lock": (False, st.just(True)),
    "expires_on": (date(2028, 1, 1), ANY_FACT["expires_on"]),
    "upgrade_pending": (False, st.just(True)),
}
