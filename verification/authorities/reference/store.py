"""What outlives a restart: cases, pictures until they are judged, callbacks until they arrived."""

import json
import sqlite3
import threading
import time
from dataclasses import dataclass
from typing import Any

_TABLES = """
CREATE TABLE IF NOT EXISTS cases (
    transaction_id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, messages TEXT NOT NULL,
    decided_at TEXT NOT NULL, answers_at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS pictures (
    transaction_id TEXT NOT NULL, position INTEGER NOT NULL, sha256 TEXT NOT NULL, content BLOB,
    PRIMARY KEY (transaction_id, position));
CREATE TABLE IF NOT EXISTS deliveries (
    message_id TEXT PRIMARY KEY, body BLOB NOT NULL, due_at REAL NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0, status INTEGER NOT NULL DEFAULT 0,
    done INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS requests (
    id INTEGER PRIMARY KEY, place TEXT NOT NULL, transaction_id TEXT NOT NULL,
    status INTEGER NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Case:
    sha256: str
    messages: list[str]
    decided_at: str
    answers_at: float


@dataclass(frozen=True, slots=True)
class Delivery:
    message_id: str
    body: bytes
    tries: int


class Store:
    """One connection for all threads, one of them at a time."""

    def __init__(self, place: str) -> None:
        self._lock = threading.RLock()
        self._database = sqlite3.connect(place, check_same_thread=False, isolation_level=None)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.executescript(_TABLES)

    def close(self) -> None:
        with self._lock:
            self._database.close()

    def case(self, transaction_id: str) -> Case | None:
        columns = "sha256, messages, decided_at, answers_at"
        row = self._one(f"SELECT {columns} FROM cases WHERE transaction_id = ?", transaction_id)  # noqa: S608
        return Case(row[0], json.loads(row[1]), row[2], row[3]) if row else None

    def add_case(self, transaction_id: str, case: Case) -> bool:
        """False where it was there before. The pictures have been judged and are dropped."""
        values = (case.sha256, json.dumps(case.messages), case.decided_at, case.answers_at)
        added = self._run(
            "INSERT OR IGNORE INTO cases VALUES (?, ?, ?, ?, ?)", transaction_id, *values
        )
        self._run("UPDATE pictures SET content = NULL WHERE transaction_id = ?", transaction_id)
        return added == 1

    def picture_digest(self, transaction_id: str, position: int) -> str:
        row = self._one(
            "SELECT sha256 FROM pictures WHERE transaction_id = ? AND position = ?",
            transaction_id,
            position,
        )
        return row[0] if row else ""

    def put_picture(self, transaction_id: str, position: int, sha256: str, content: bytes) -> None:
        self._run(
            "INSERT OR REPLACE INTO pictures VALUES (?, ?, ?, ?)",
            transaction_id,
            position,
            sha256,
            content,
        )

    def picture(self, transaction_id: str, position: int) -> bytes:
        row = self._one(
            "SELECT content FROM pictures WHERE transaction_id = ? AND position = ?",
            transaction_id,
            position,
        )
        return row[0] if row and row[0] else b""

    def add_delivery(self, message_id: str, body: bytes, due_at: float) -> None:
        self._run(
            "INSERT OR IGNORE INTO deliveries (message_id, body, due_at) VALUES (?, ?, ?)",
            message_id,
            body,
            due_at,
        )

    def due_delivery(self) -> Delivery | None:
        row = self._one(
            "SELECT message_id, body, tries FROM deliveries WHERE done = 0 AND due_at <= ?"
            " ORDER BY due_at, rowid LIMIT 1",
            time.time(),
        )
        return Delivery(row[0], row[1], row[2]) if row else None

    def note_delivery(self, message_id: str, *, status: int, done: bool, due_at: float) -> None:
        self._run(
            "UPDATE deliveries SET tries = tries + 1, status = ?, done = ?, due_at = ?"
            " WHERE message_id = ?",
            status,
            int(done),
            due_at,
            message_id,
        )

    def note_request(self, place: str, transaction_id: str, status: int) -> None:
        self._run(
            "INSERT INTO requests (place, transaction_id, status) VALUES (?, ?, ?)",
            place,
            transaction_id,
            status,
        )

    def _run(self, sql: str, *values: Any) -> int:
        with self._lock:
            return self._database.execute(sql, values).rowcount

    def _one(self, sql: str, *values: Any) -> Any:
        with self._lock:
            return self._database.execute(sql, values).fetchone()
