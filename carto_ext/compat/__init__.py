"""carto-python's modules over carto_ext: change `from carto.sql import …` to `from carto_ext.compat.sql import …`.

Or leave a program as it is and call `install()` before its first `import carto`. MIGRATION.md has the new way for every
class and method.
"""

import importlib
import logging
import pkgutil
import sys
from types import ModuleType

# All but the one that carto-python had no need of.
MODULES = tuple(found.name for found in pkgutil.iter_modules(__path__) if found.name != "responses")
PYRESTCLI_MODULES = ("auth", "exceptions", "fields", "paginators", "resources")


def install() -> None:
    """Make `import carto` and `import pyrestcli` mean this package, in this process, even if others are installed.

    Modules that others have put into a folder `carto`, as carto-print does, are found there, after this package's own.
    """
    pyrestcli = ModuleType("pyrestcli", "The part of pyrestcli that programs use, provided by carto_ext.compat.")
    sys.modules |= {"carto": sys.modules[__name__], "pyrestcli": pyrestcli}
    folders: list[str] = list(pkgutil.extend_path([], "carto"))
    __path__.extend(folder for folder in folders if folder not in __path__)
    for name in MODULES:
        sys.modules[f"carto.{name}"] = importlib.import_module(f"{__name__}.{name}")
    for name in PYRESTCLI_MODULES:
        sys.modules[f"pyrestcli.{name}"] = module = sys.modules[f"carto.{name}"]
        setattr(pyrestcli, name, module)
    # requests did not log each call, while programs such as cartoframes show all that is said at this level.
    logging.getLogger("httpx").setLevel(logging.WARNING)
