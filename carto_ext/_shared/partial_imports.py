"""Imports that are complete although some of their files failed (pure, except for the warning)."""

from __future__ import annotations

import sys
import warnings
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # `import carto_ext` needs this module, but not the models
    from carto_client.models import ImportJob


class PartialImportWarning(UserWarning):
    """Some files of an archive became tables, and others failed.

    `carto.viz.iterate(types="table")` lists the tables that exist. To get an error instead of the warning, use
    `warnings.simplefilter("error", PartialImportWarning)`.

    Attributes:
        job_id: The import's id, to find it again.
        code: CARTO's error code for one of the failed files.
        title: CARTO's reason for it.
        table_name: The last table that was made.
        tables_created_count: CARTO's number, which includes the files that failed.
    """

    def __init__(self, state: ImportJob) -> None:
        told = state.get_error_text
        self.job_id, self.code, self.title = state.id, state.error_code, told.title if told else None
        self.table_name, self.tables_created_count = state.table_name, state.tables_created_count
        title = f": {self.title}" if self.title else ""
        super().__init__(
            f"Import {self.job_id} is complete, but some of its files failed (error code {self.code}{title}). "
            f"{self.table_name!r} is the last table that was made; CARTO counts {self.tables_created_count}, failed "
            "ones included. Check which tables exist, and upload the other files again"
        )


def warn_if_partial(state: ImportJob) -> None:
    """Warn about a complete import if some of its files failed. An import whose files were all skipped has no table."""
    if state.error_code and state.table_name is not None:
        warnings.warn(PartialImportWarning(state), stacklevel=_frames_to_caller())


def _frames_to_caller() -> int:
    """Return the stacklevel of the first caller outside this package, whose line the warning names."""
    for level in count(2):
        try:
            module = sys._getframe(level).f_globals.get("__name__", "")
        except ValueError:
            return level - 1
        if not module.startswith("carto_ext."):
            return level
    raise AssertionError  # pragma: no cover
