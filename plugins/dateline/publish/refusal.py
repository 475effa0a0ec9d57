"""What a person is told when a build cannot be published."""

import errno
import os


class Refused(Exception):
    """A message for people: what is wrong and what to do. The published folder is as it was."""


_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM}


def cannot(name: str, error: OSError) -> Refused:
    """Return the refusal for a change that the disk did not allow.

    `name` is the file as people know it, in the published folder and not in the idle one.
    """
    if error.errno in _FULL:
        why = "the disk is full. Free some space and build again"
    elif error.errno == errno.EROFS:
        why = "the disk is read-only. Publish into a folder on another one: -o DIR"
    elif error.errno in _FORBIDDEN:
        why = "you have no permission. Give yourself write access, or publish elsewhere: -o DIR"
    elif error.errno == errno.ENAMETOOLONG:
        why = "the name is too long for this disk. Give it a shorter one"
    elif error.errno == errno.ENOENT:
        why = "it vanished while the site was being built. Build again"
    else:
        reason = os.strerror(error.errno) if error.errno else str(error)
        why = f"the system says “{reason}”. Put that right and build again"
    return Refused(f"{name} could not be published: {why}. The published site is as it was.")
