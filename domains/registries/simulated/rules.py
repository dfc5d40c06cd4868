"""How the simulated registry judges: by what it is given, never by chance. Pure."""

from collections.abc import Collection, Mapping

# seed 002, 填写有误: words that a registrant's name may not contain without a permit.
RESTRICTED_WORDS = ("中国", "国家", "中华", "全国", "china")
UNUSABLE_NAME = "填写有误，或因为其他原因无法使用"

NAMING_FAILED = "域名命名审核失败"  # seed 002, 域名注册失败

OBJECT_EXISTS = "Object exists"  # RFC 5730, result code 2302
RESERVED_NAME = "Parameter value policy error"  # RFC 5730, result code 2306
UNKNOWN_OBJECT = "Object does not exist"  # RFC 5730, result code 2303
STATUS_PROHIBITS = "Object status prohibits operation"  # RFC 5730, result code 2304
UNKNOWN_COMMAND = "Unimplemented command"  # RFC 5730, result code 2101

CLIENT_STATUSES = frozenset(
    {"clientTransferProhibited", "clientUpdateProhibited", "clientDeleteProhibited"}
)
_UPDATE_LOCK = "clientUpdateProhibited"
REGISTER = "register"
# Labels that the registry keeps for itself.
RESERVED_LABELS = frozenset({"gov", "nic", "registry", "rdap", "whois", "www"})
HOLD = "serverHold"
_KINDS = frozenset({"change_registrant", "edit_contacts", "set_locks"})


def judge(kind: str, body: Mapping[str, object], statuses: Collection[str]) -> str:
    """Why the registry refuses a request on a domain with `statuses`; "" when it does not."""
    if kind not in _KINDS:
        return UNKNOWN_COMMAND
    if "serverUpdateProhibited" in statuses:
        return STATUS_PROHIBITS
    removed = body.get("remove_statuses")
    unlocks = isinstance(removed, list) and _UPDATE_LOCK in removed
    # RFC 5731, section 2.3: only taking the lock away again gets past it.
    if _UPDATE_LOCK in statuses and not unlocks:
        return STATUS_PROHIBITS
    return _judge_registrant(body.get("registrant"))


def judge_new(labels: Collection[str], body: Mapping[str, object], *, taken: bool) -> str:
    """Why the registry refuses to create a name, whose chosen `labels` are U-labels; "" when it
    does not. `taken`: the register holds it already."""
    if taken:
        return OBJECT_EXISTS
    if RESERVED_LABELS.intersection(labels):
        return RESERVED_NAME
    if any(word in label.lower() for label in labels for word in RESTRICTED_WORDS):
        return NAMING_FAILED
    return _judge_registrant(body.get("registrant"))


def statuses_of_new(body: Mapping[str, object]) -> list[str]:
    """A new name is held until a verified registrant is reported (seed 002, serverHold); without
    nameservers it is inactive besides (RFC 5731, section 2.3)."""
    return [HOLD] if body.get("nameservers") else ["inactive", HOLD]


def _judge_registrant(registrant: object) -> str:
    if not isinstance(registrant, Mapping) or not registrant:
        return ""
    names = " ".join(str(registrant.get(key, "")) for key in ("name", "name_en")).lower()
    return UNUSABLE_NAME if any(word in names for word in RESTRICTED_WORDS) else ""
