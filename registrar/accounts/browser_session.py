"""Which browser session somebody asks in, so that a code entered in one proves nothing in another.

The session holds a random token of its own: its key is cycled by signing in and by a new
password, the token stays, and signing out ends it. Outside of the session there is only its hash.
"""

import dataclasses
import hashlib
import secrets

from django.contrib.sessions.backends.base import SessionBase

from registrar.tenancy.actor import Actor

# Its name in the session.
ENTRY = "step_up_session"


def hash_token(token: str) -> str:
    """SHA-256 without salt is enough for 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


def session_mark(session: SessionBase) -> str:
    """The hash that stands for this session; "" until a code was asked for in it."""
    token = session.get(ENTRY, "")
    return hash_token(token) if token else ""


def in_marked_session(actor: Actor, session: SessionBase) -> Actor:
    """`actor` with the mark of `session`, which gets its token here, before the first code."""
    if not session.get(ENTRY):
        session[ENTRY] = secrets.token_urlsafe(32)
    return dataclasses.replace(actor, session=session_mark(session))
