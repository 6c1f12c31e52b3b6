"""Imports that are complete and yet lack some of their files (pure, but for the warning)."""

from __future__ import annotations

import sys
import warnings
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # `import carto_ext` has the class, and need not wait for models
    from carto_client.models import ImportJob


class PartialImportWarning(UserWarning):
    """Some files of an archive became tables, others failed: `code` and `title` are CARTO's reason for one of those.

    `table_name` is the last table that was made. `tables_created_count` is CARTO's number, which counts the files that
    failed as well; `carto.viz.iterate(types="table")` shows which tables there are. `job_id` finds the import again.
    To have an error instead: `warnings.simplefilter("error", PartialImportWarning)`.
    """

    def __init__(self, state: ImportJob) -> None:
        told = state.get_error_text
        self.job_id, self.code, self.title = state.id, state.error_code, told.title if told else None
        self.table_name, self.tables_created_count = state.table_name, state.tables_created_count
        title = f": {self.title}" if self.title else ""
        super().__init__(
            f"Import {self.job_id} is complete, but some of its files failed (error code {self.code}{title}). "
            f"{self.table_name!r} is the last table that was made; look which of the {self.tables_created_count} that "
            "CARTO counts, failed ones too, are there, and upload the other files again"
        )


def warn_if_partial(state: ImportJob) -> None:
    """For an import that CARTO calls complete. One that made no table (all were skipped) is whole in that respect."""
    if state.error_code and state.table_name is not None:
        warnings.warn(PartialImportWarning(state), stacklevel=_frames_to_caller())


def _frames_to_caller() -> int:
    """How far above `warnings.warn` the code is that is not of this package: a warning names that line."""
    for level in count(2):
        try:
            module = sys._getframe(level).f_globals.get("__name__", "")
        except ValueError:
            return level - 1
        if not module.startswith("carto_ext."):
            return level
    raise AssertionError  # pragma: no cover
