"""Where do uploaded lists lie, who may read them there, and when do they go?

In PEJL_DATA/uploads, outside what the web serves, under a random name, readable by Pejl alone. After a set number of
days the file and the rows that could not be used are deleted; what was read in stays, and so does the batch.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from pejl.dates import local_day
from pejl.web.cases.models import Batch, Reject

MOST_BYTES: Final = 200 * 1024**2
_LONGEST_NAME: Final = 200
_ONE_READ: Final = 1024**2


@dataclass(frozen=True, slots=True)
class Stored:
    """A list that has been put away: what people call it, where it lies, and what it is known by."""

    name: str
    stored_as: str
    hash: str


def folder() -> Path:
    """The folder of the uploads, made when first needed; nobody but Pejl may look into it."""
    found = Path(settings.PEJL_DATA) / "uploads"
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def store(file: UploadedFile[Any]) -> Stored:
    """Put an uploaded file away, whole and flushed, or not at all."""
    name = secrets.token_hex(16)
    path = folder() / name
    digest = sha256()
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            for chunk in file.chunks():
                digest.update(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Stored(Path(file.name or "liste").name[-_LONGEST_NAME:], name, digest.hexdigest())


def path_of(stored_as: str) -> Path:
    """Where a file lies."""
    return folder() / stored_as


def is_whole(batch: Batch) -> bool:
    """Whether the batch's file is still there, and the very one that was uploaded."""
    path = path_of(batch.stored_as)
    if not batch.stored_as or not path.is_file():
        return False
    digest = sha256()
    with path.open("rb") as file:
        while piece := file.read(_ONE_READ):
            digest.update(piece)
    return digest.hexdigest() == batch.file_hash


def discard(stored_as: str) -> None:
    """Delete a file."""
    path_of(stored_as).unlink(missing_ok=True)


def deleted_on(batch: Batch) -> date:
    """The day on which the batch's file and rejects go."""
    return local_day(batch.uploaded_at) + timedelta(days=settings.PEJL_KEEP_UPLOADS_DAYS)


def delete_old_uploads(now: datetime) -> int:
    """Delete the files and rejects whose day has come, and files that no batch knows of; gives how many went."""
    batches = [each for each in Batch.objects.filter(files_deleted_at=None) if deleted_on(each) <= local_day(now)]
    for batch in batches:
        # The file first: if this is broken off here, the next time finds the row and goes on.
        if batch.stored_as:
            discard(batch.stored_as)
        Reject.objects.filter(batch=batch).delete()
        Batch.objects.filter(pk=batch.pk).update(stored_as="", files_deleted_at=now)
    strays = list(_strays(now))
    for path in strays:
        path.unlink(missing_ok=True)
    return len(batches) + len(strays)


def _strays(now: datetime) -> Iterator[Path]:
    """Files that were put away by a Pejl that was stopped before it could write the batch."""
    known = set(Batch.objects.exclude(stored_as="").values_list("stored_as", flat=True))
    oldest = (now - timedelta(days=settings.PEJL_KEEP_UPLOADS_DAYS)).timestamp()
    for path in folder().iterdir():
        if path.name not in known and path.stat().st_mtime < oldest:
            yield path
