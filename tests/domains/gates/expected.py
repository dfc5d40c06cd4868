"""The gate table once more, written down by hand: state -> reason -> blocked operations.

Deliberately not built from the code under test, and spelt out word by word.
"""

from datetime import date

ALL = {
    "edit_contacts",
    "change_registrant",
    "submit_verification",
    "edit_materials",
    "push",
    "transfer_in",
    "transfer_out",
    "change_nameservers",
    "renew",
    "set_locks",
    "delete",
}

# (what differs from a free domain, {code: blocked operations})
ROWS = {
    "nothing special": ({}, {}),
    "verification in review": (
        {"real_name": "in_review"},
        {
            "verification_in_review": {
                *("submit_verification", "edit_materials", "edit_contacts"),
                *("change_registrant", "push", "transfer_out", "delete"),
            }
        },
    ),
    "change of registrant in review": (
        {"registrant_change": "in_review"},
        {
            "registrant_change_in_review": {
                *("transfer_in", "transfer_out", "change_registrant", "push"),
                *("submit_verification", "edit_contacts", "edit_materials", "delete"),
            }
        },
    ),
    "change of registrant failed": ({"registrant_change": "failed"}, {}),
    "verification failed": (
        {"real_name": "failed"},
        {"verification_failed": {"push", "transfer_out"}},
    ),
    "never verified": ({"real_name": "unverified"}, {"unverified": {"push", "transfer_out"}}),
    "naming in review": (
        {"naming": "in_review"},
        {"naming_in_review": {"transfer_out", "push", "change_registrant"}},
    ),
    "naming failed": (
        {"naming": "failed"},
        {"naming_failed": {"transfer_out", "push", "change_registrant"}},
    ),
    "no naming review": ({"naming": "none"}, {}),
    "transfer in pending": ({"transfer": "in_pending"}, {"transfer_in_pending": ALL}),
    "transfer out pending": ({"transfer": "out_pending"}, {"transfer_out_pending": ALL}),
    "push pending": ({"transfer": "push_pending"}, {"push_pending": ALL - {"renew"}}),
    "upgrade under way": ({"upgrade_pending": True}, {"upgrade_pending": {"renew"}}),
    "14 days to expiry": (
        {"expires_on": date(2026, 12, 6)},
        {"expiring_soon": {"transfer_in", "transfer_out"}},
    ),
    "15 days to expiry": ({"expires_on": date(2026, 12, 7)}, {}),
    "expiry unknown": (
        {"expires_on": None},
        {"expiring_soon": {"transfer_in", "transfer_out"}},
    ),
    "registered 59 days ago": (
        {"registered_on": date(2026, 9, 24)},
        {"registered_recently": {"transfer_out"}},
    ),
    "registered 60 days ago": ({"registered_on": date(2026, 9, 23)}, {}),
    "registration date unknown": (
        {"registered_on": None},
        {"registered_recently": {"transfer_out"}},
    ),
    "transferred 59 days ago": (
        {"transferred_on": date(2026, 9, 24)},
        {"transferred_recently": {"transfer_out"}},
    ),
    "transferred 60 days ago": ({"transferred_on": date(2026, 9, 23)}, {}),
    "registered today under a suffix without lock": (
        {"registered_on": date(2026, 11, 22), "suffix": "co.uk"},
        {},
    ),
    "registrant changed 59 days ago with lock": (
        {"registrant_changed_on": date(2026, 9, 24), "registrant_lock": True},
        {"registrant_changed_recently": {"transfer_out"}},
    ),
    "registrant changed 60 days ago with lock": (
        {"registrant_changed_on": date(2026, 9, 23), "registrant_lock": True},
        {},
    ),
    "registrant changed today without lock": ({"registrant_changed_on": date(2026, 11, 22)}, {}),
    "registering": ({"lifecycle": "registering"}, {"registering": ALL}),
    "expired": (
        {"lifecycle": "expired"},
        {"expired": {"change_registrant", "push", "transfer_out", "edit_contacts"}},
    ),
    "redemption": ({"lifecycle": "redemption"}, {"redemption": ALL}),
    "pending delete": ({"lifecycle": "pending_delete"}, {"pending_delete": ALL}),
    "gone": ({"lifecycle": "gone"}, {"gone": ALL}),
    "disputed": ({"disputed": True}, {"disputed": ALL - {"renew"}}),
    "clientUpdateProhibited": (
        {"epp_statuses": frozenset({"clientUpdateProhibited"})},
        {"client_update_prohibited": {"edit_contacts", "change_registrant", "change_nameservers"}},
    ),
    "serverUpdateProhibited": (
        {"epp_statuses": frozenset({"serverUpdateProhibited"})},
        {"server_update_prohibited": {"edit_contacts", "change_registrant", "change_nameservers"}},
    ),
    "clientTransferProhibited": (
        {"epp_statuses": frozenset({"clientTransferProhibited"})},
        {"client_transfer_prohibited": {"transfer_out"}},
    ),
    "serverTransferProhibited": (
        {"epp_statuses": frozenset({"serverTransferProhibited"})},
        {"server_transfer_prohibited": {"transfer_out"}},
    ),
    "clientRenewProhibited": (
        {"epp_statuses": frozenset({"clientRenewProhibited"})},
        {"client_renew_prohibited": {"renew"}},
    ),
    "serverRenewProhibited": (
        {"epp_statuses": frozenset({"serverRenewProhibited"})},
        {"server_renew_prohibited": {"renew"}},
    ),
    "clientDeleteProhibited": (
        {"epp_statuses": frozenset({"clientDeleteProhibited"})},
        {"client_delete_prohibited": {"delete"}},
    ),
    "serverDeleteProhibited": (
        {"epp_statuses": frozenset({"serverDeleteProhibited"})},
        {"server_delete_prohibited": {"delete"}},
    ),
    "clientHold": (
        {"epp_statuses": frozenset({"clientHold"})},
        {"client_hold": {"transfer_in", "transfer_out"}},
    ),
    "serverHold": (
        {"epp_statuses": frozenset({"serverHold"})},
        {"server_hold": {"transfer_in", "transfer_out"}},
    ),
    "statuses that block nothing": (
        {"epp_statuses": frozenset({"ok", "inactive", "autoRenewPeriod"})},
        {},
    ),
}
