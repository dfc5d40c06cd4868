"""Personal data as they may be shown in lists, logs and mails (pure)."""


def mask_phone(phone: str) -> str:
    """`+8613800138000` as `+86138****8000`; short or empty numbers show their end only."""
    if len(phone) < 8:
        return "*" * max(len(phone) - 2, 0) + phone[-2:]
    return phone[:-8] + "****" + phone[-4:]


def mask_email(email: str) -> str:
    """`alice@acme.example` as `a***e@acme.example`; a name of one letter is hidden whole."""
    name, at, domain = email.rpartition("@")
    if not at:
        return "***"
    shown = f"{name[0]}***{name[-1]}" if len(name) > 2 else "***"
    return f"{shown}@{domain}"
