"""help() tells what there is: the groups of a client with their methods, and the version."""

import inspect
import pydoc
import re
from importlib.metadata import version

import pytest

import carto_ext
from carto_client.api import Group
from carto_ext import AsyncCarto, Carto


@pytest.mark.parametrize("client", [Carto, AsyncCarto])
def test_help_names_every_group_and_its_methods(client: type[Carto] | type[AsyncCarto]) -> None:
    shown = pydoc.plain(pydoc.render_doc(client))
    groups = [name for name, _ in inspect.getmembers(client, lambda value: isinstance(value, Group))]
    assert {"sql", "batch", "imports", "maps", "named_maps", "frames", "tables"} <= {*groups}
    for name in groups:
        described = re.search(rf"^ \|  {name}\n \|      (\S.*)\n(?: \|.*\n)*? \|      Methods: (\w+.*)\.$", shown, re.M)
        assert described, name
    assert re.search(r"^ \|  maps\n(?: \|      .*\n| \|  *\n)*? \|      Methods: .*\bhtml\b.*\bshow\b", shown, re.M)


def test_the_version_is_that_of_the_distribution() -> None:
    assert carto_ext.__version__ == version("carto-client")
