"""Maps as answers that show themselves: in a notebook, in a file, in the browser."""

import os
import warnings
import webbrowser
from os import PathLike
from pathlib import Path
from tempfile import mkstemp
from typing import Any, TypeVar

from attrs import define, field, fields

from carto_client.models import Layergroup, NamedMap
from carto_client.types import show_model
from carto_ext._map_page import Shown, map_frame, map_page

Answer = TypeVar("Answer", Layergroup, NamedMap)


class MapPage(str):
    """The text of a page. A notebook shows it as the map."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return map_frame(self)


@define
class MapInstance(Layergroup):
    """A Layergroup that knows the address of its account. A notebook shows it as the map."""

    base_url: str = field(default="", kw_only=True)

    __repr__ = show_model

    def _repr_html_(self) -> str:
        return map_frame(map_page(Shown(self.base_url, "Map", self)))


@define
class NamedMapAt(NamedMap):
    """A named map that knows the address of its account. A notebook shows it, with the defaults of its placeholders."""

    base_url: str = field(default="", kw_only=True)

    __repr__ = show_model

    def _repr_html_(self) -> str:
        name = self.template.name
        return map_frame(map_page(Shown(self.base_url, name, name=name)))


def at_address(cls: type[Answer], answer: Answer, base_url: str) -> Answer:
    """The answer as a `cls`, MapInstance or NamedMapAt, which has one field more."""
    given: dict[str, Any] = {one.name: getattr(answer, one.name) for one in fields(type(answer)) if one.init}
    made = cls(**given | {"base_url": base_url})
    made.additional_properties = answer.additional_properties
    return made


def write_page(page: str, path: str | PathLike[str]) -> Path:
    written = Path(path)
    written.write_text(page, "utf-8")
    return written


def open_page(page: str, path: str | PathLike[str] | None) -> Path:
    """Write the page, without a path into the folder of temporary files, and open it in the browser."""
    if path is None:
        handle, path = mkstemp(prefix="carto-map-", suffix=".html")
        os.close(handle)
    written = write_page(page, path).resolve()
    if not webbrowser.open(written.as_uri()):
        warnings.warn(f"no browser could be started: open {written} yourself", stacklevel=3)
    return written
