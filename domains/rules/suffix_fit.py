"""Which holders a suffix accepts; pure data and one question."""

# seed 000, 提交资料显示为海外用户: CNNIC gives these to holders in China only.
_CHINA_ONLY = ("cn", "中国", "公司", "网络", "xn--fiqs8s", "xn--55qx5d", "xn--io0a7i")
_IN_CHINA = frozenset({"CN", "HK", "MO", "TW"})

# Second-level suffixes of .cn that are kept for bodies, not for persons (CNNIC rules).
_ORGANIZATIONS_ONLY = ("gov.cn", "edu.cn", "mil.cn", "政务.cn", "公益.cn")


def fits_suffix(suffix: str, *, holder_type: str, country: str) -> bool:
    """Whether a holder of this type ("individual" or "organization") from this country
    (ISO 3166-1 alpha-2) can hold a name under `suffix` (no leading dot)."""
    labels = suffix.lower().strip(".")
    if _ends_in(labels, _CHINA_ONLY) and country.upper() not in _IN_CHINA:
        return False
    return not (_ends_in(labels, _ORGANIZATIONS_ONLY) and holder_type != "organization")


def _ends_in(suffix: str, endings: tuple[str, ...]) -> bool:
    return any(suffix == ending or suffix.endswith(f".{ending}") for ending in endings)
