"""cartoframes 1.2.5, which imports carto, in an environment of its own: made once, in .cache, by pip."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from carto_sandbox import Account

ROOT = Path(__file__).parents[2]
ENVIRONMENT = ROOT / ".cache" / "cartoframes"
# Its own limits, and its undeclared dependencies. Of carto only the metadata is used: cartoframes looks for them.
PACKAGES = (
    *("setuptools<81", "appdirs<2", "geopandas<1", "pandas<2.2", "numpy<2", "jinja2<3", "markupsafe<=2.0.1"),
    *(
        "semantic-version<3",
        "unidecode<2",
        "requests",
        "httpx>=0.28.1,<0.29",
        "attrs",
        "anyio>=4.7",
        "httptools>=0.6.2",
    ),
)
WITHOUT_THEIR_OWN = ("cartoframes==1.2.5", "carto==1.11.3")
TOUR = """\
user True
to_carto places
to_carto again places
to_carto fails True
read_carto 6 ['Madrid', 'Sevilla'] POINT (-3.7 40.42)
read_carto query 1
has_table True False
list_tables ['places']
describe_table 6 point PRIVATE
update_privacy_table PUBLIC
copy_table done
create_table_from_query done
rename_table done
list_tables ['large', 'places', 'places_copy']
list_tables []
"""


def run(*command: object, **variables: str) -> subprocess.CompletedProcess[str]:
    arguments = [str(part) for part in command]
    return subprocess.run(arguments, capture_output=True, text=True, env={**os.environ, **variables}, timeout=900)


@pytest.fixture(scope="module")
def python() -> Path:
    """The environment's Python; skips if it cannot be made, for example without a network."""
    python = ENVIRONMENT / "bin" / "python"
    complete, wanted = ENVIRONMENT / "complete", f"{sys.version} {PACKAGES}"
    if complete.exists() and complete.read_text(encoding="utf-8") == wanted:
        return python
    steps = [(sys.executable, "-m", "venv", "--clear", ENVIRONMENT)]
    install = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    for step in (*steps, (*install, *PACKAGES), (*install, "--no-deps", *WITHOUT_THEIR_OWN)):
        done = run(*step)
        if done.returncode:
            lines = done.stderr.strip().splitlines() or ["no reason given"]
            pytest.skip(f"cartoframes cannot be installed here: {lines[-1]}")
    complete.write_text(wanted, encoding="utf-8")
    return python


@pytest.mark.slow
@pytest.mark.postgis
@pytest.mark.timeout(1200)
def test_cartoframes_runs_unchanged(python: Path, postgis_account: Account) -> None:
    tour = Path(__file__).parent / "programs" / "cartoframes_tour.py"
    done = run(
        *(python, "-W", "ignore", "-c"),
        f"import carto_ext.compat as c, runpy; c.install(); runpy.run_path({str(tour)!r})",
        PYTHONPATH=os.pathsep.join([str(ROOT), str(ROOT / "generated")]),
        CARTO_BASE_URL=postgis_account.base_url,
        CARTO_API_KEY=postgis_account.api_key,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == TOUR
    assert done.stderr == ""
