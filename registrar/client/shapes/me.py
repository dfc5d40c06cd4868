"""Who is asking."""

from typing import TypedDict


class Account(TypedDict):
    id: str
    slug: str
    name: str


class Key(TypedDict):
    id: str
    name: str
    expires_at: str | None


class Me(TypedDict):
    account: Account
    key: Key
    scopes: list[str]
