"""The templates as byte code, kept from build to build: to compile them takes a fifth of a second,
and a build of one changed brief half of that in all."""

import marshal
import os
import sys
from hashlib import sha256
from pathlib import Path
from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache

from dateline.render.code import code_fingerprint

_DIGEST = sha256().digest_size


class KeptCode(BytecodeCache):
    """Keeps it in `folder`, which is made for nobody but this user.

    Byte code can do anything, and damaged byte code ends the interpreter. So none is taken from a
    folder that another user owns or may write to, and none that is not whole, of this very source,
    and of this code and this Python. What cannot be taken is made anew, what cannot be kept is not.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._is_ours: bool | None = None

    def load_bytecode(self, bucket: Bucket) -> None:
        if not self._may_be_used():
            return
        try:
            data = self._path(bucket).read_bytes()
        except OSError:
            return
        code = data[_DIGEST:]
        if data[:_DIGEST] == _digest(bucket, code):
            bucket.code = marshal.loads(code)  # noqa: S302 - ours and whole, as the digest says

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not self._may_be_used() or not isinstance(bucket.code, CodeType):
            return
        code = marshal.dumps(bucket.code)
        path = self._path(bucket)
        beside = path.with_suffix(f".{os.getpid()}")
        try:
            beside.write_bytes(_digest(bucket, code) + code)
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.code"

    def _may_be_used(self) -> bool:
        if self._is_ours is None:
            self._is_ours = _made_for_us(self._folder)
        return self._is_ours


def _made_for_us(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return False
    return found.st_uid == os.geteuid() and found.st_mode & 0o40777 == 0o40700


def _digest(bucket: Bucket, code: bytes) -> bytes:
    made_by = f"{sys.version} {code_fingerprint('dateline')} {bucket.key} {bucket.checksum}"
    return sha256(made_by.encode() + code).digest()
