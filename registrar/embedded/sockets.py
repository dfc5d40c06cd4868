"""A folder for PostgreSQL's unix socket: in the data folder, unless its path does not fit."""

import hashlib
import os
import pwd
import tempfile
from pathlib import Path

_SOCKET = ".s.PGSQL.5432"
# sockaddr_un holds 108 bytes on Linux and 104 on macOS, with a closing zero.
_LONGEST = 103
# These mean something to PostgreSQL's list of socket folders or to its start command.
_AWKWARD = frozenset(",\"'\\")


def socket_folder(data: Path, *, user: str | None = None) -> Path:
    """Where the server of `data` listens: `data` itself or a private folder below /tmp.

    The private folder is made and given to `user` if one is named. PermissionError when
    somebody else has taken its name.
    """
    if len(os.fsencode(data / _SOCKET)) <= _LONGEST and _AWKWARD.isdisjoint(str(data)):
        return data
    mark = hashlib.sha256(os.fsencode(data)).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / f"zhengming-{mark}"
    folder.mkdir(mode=0o700, exist_ok=True)
    owner = os.geteuid() if user is None else pwd.getpwnam(user).pw_uid
    if user is not None and folder.stat().st_uid == 0:
        os.chown(folder, owner, -1)
    if folder.is_symlink() or folder.stat().st_uid != owner:
        raise PermissionError(f"{folder} belongs to somebody else.")
    return folder
