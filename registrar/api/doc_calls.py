"""Calls to copy: the same one for a shell and for Python."""

import json
import re
from typing import Any

_PARAMETER = re.compile(r"\{(\w+)\}")
_SHOWN = {
    "name": "example.cn",
    "code": "registrant_name_mismatch",
    "template_id": "tpl_…",
    "material_id": "mat_…",
    "verification_id": "ver_…",
    "operation_id": "op_…",
    "plan_id": "plan_…",
    "support_id": "sup_…",
    "precheck_id": "pre_…",
    "log_id": "log_…",
}


def curl(base: str, method: str, path: str, kind: str, body: Any) -> str:
    """One command; `$ZM_KEY` holds the key. `body` is None where there is none."""
    lines = [f"curl -X {method} '{base}{_filled(path)}'", '  -H "Authorization: Bearer $ZM_KEY"']
    if kind.startswith("multipart/"):
        lines += [f"  -F '{name}={value}'" for name, value in _parts(body)]
    elif body is not None:
        text = json.dumps(body, ensure_ascii=False).replace("'", "'\\''")
        lines += ["  -H 'Content-Type: application/json'", f"  -d '{text}'"]
    return " \\\n".join(lines)


def python(base: str, method: str, path: str, kind: str, body: Any) -> str:
    """The same with requests."""
    lines = [
        "import os",
        "import requests",
        "",
        "answer = requests.request(",
        f'    "{method}",',
        f'    "{base}{_filled(path)}",',
        '    headers={"Authorization": f"Bearer {os.environ[\'ZM_KEY\']}"},',
    ]
    if kind.startswith("multipart/"):
        lines.append('    files={"file": open("card.jpg", "rb")},')
    elif body is not None:
        lines.append(f"    json={body!r},")
    lines += ["    timeout=30,", ")", "print(answer.status_code, answer.text)"]
    return "\n".join(lines)


def _filled(path: str) -> str:
    return _PARAMETER.sub(lambda match: _SHOWN.get(match[1], f"<{match[1]}>"), path)


def _parts(body: Any) -> list[tuple[str, str]]:
    rest = [(name, str(value)) for name, value in (body or {}).items() if name != "file"]
    return [("file", "@card.jpg"), *rest]
