"""The tables of a portal, and all of them in a folder."""

import json
from pathlib import Path

import geopandas
import pytest

from carto_ext import Carto
from carto_ext.frames import FrameError
from carto_sandbox import Account, Sandbox

pytestmark = pytest.mark.postgis


@pytest.fixture(scope="module", autouse=True)
def portal(carto: Carto) -> None:
    carto.sql.query(
        "CREATE TABLE open_one AS SELECT 1 AS a, ST_SetSRID(ST_MakePoint(1, 2), 3857)::geometry(Point,3857) AS g;"
        "CREATE TABLE open_two AS SELECT 'x' AS t; CREATE TABLE \"Odd/name\" AS SELECT 1 AS a;"
        "CREATE TABLE closed AS SELECT 1 AS a; CREATE TABLE carto_load_1_2 AS SELECT 1 AS a;"
        "CREATE TABLE broken AS SELECT ST_SetSRID(ST_MakePoint(1, 2), s)"
        " AS g FROM unnest(ARRAY[3857, 4326]) AS s;"
        'GRANT SELECT ON open_one, open_two, "Odd/name", broken TO publicuser'
    )


def test_tables_that_a_key_or_nobody_may_read(carto: Carto, account: Account) -> None:
    every = carto.frames.tables()
    assert [table.name for table in every] == ["Odd/name", "broken", "closed", "open_one", "open_two"]
    assert every[3].columns == {"a": "int4", "g": "geometry"}
    assert [table.has_geometry for table in every] == [False, True, False, True, False]
    with Carto(account.base_url) as nobody:
        opened = nobody.frames.tables()
    assert [table.name for table in opened] == ["Odd/name", "broken", "open_one", "open_two"]
    assert opened[2].columns == {"a": "integer", "g": "geometry"}
    assert opened[2].has_geometry


def test_a_dump_goes_on_where_it_ended(account: Account, carto: Carto, tmp_path: Path) -> None:
    with Carto(account.base_url) as nobody:
        first = nobody.frames.dump(tmp_path, pause=0)
        assert [(table.name, table.rows) for table in first.tables if table.failure is None] == [
            ("Odd/name", 1),
            ("open_one", 1),
            ("open_two", 1),
        ]
        assert [table.name for table in first.failures] == ["broken"]
        assert "ST_Transform" in (first.failures[0].failure or "")
        manifest = json.loads((tmp_path / "manifest.json").read_text())
        assert manifest["tables"][2]["columns"] == {"a": "int32", "g": "binary"}
        assert manifest["tables"][2]["crs"] == "EPSG:3857"
        assert {file.name for file in tmp_path.iterdir()} == {
            "manifest.json",
            "Odd%2fname.parquet",
            "open_one.parquet",
            "open_two.parquet",
        }
        assert geopandas.read_parquet(tmp_path / "open_one.parquet").crs == "EPSG:3857"
        (tmp_path / "open_two.parquet").write_bytes(b"cut")
        (tmp_path / ".broken.parquet.1234.part").write_bytes(b"of a dump that was killed")
        carto.sql.query("DELETE FROM broken WHERE ST_SRID(g) = 4326")
        second = nobody.frames.dump(tmp_path, pause=0)
        assert second.failures == []
        begun = {table.name: table.begun for table in first.tables}
        again = [table.name for table in second.tables if table.begun != begun[table.name]]
        assert again == ["broken", "open_two"]
        assert not [file.name for file in tmp_path.iterdir() if file.name.endswith(".part")]


def test_a_dump_of_some_tables(carto: Carto, tmp_path: Path) -> None:
    done = carto.frames.dump(tmp_path, tables=["closed", "public.open_one"], pause=0, concurrency=1)
    assert [table.name for table in done.tables] == ["closed", "open_one"]
    with pytest.raises(FrameError, match="cannot read 'nothing'"):
        carto.frames.dump(tmp_path, tables=["nothing"])


def test_a_folder_of_another_account(carto: Carto, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"version": 1, "account": "https://other.carto.com", "tables": []}')
    with pytest.raises(FrameError, match=r"manifest.json belongs to https://other\.carto\.com"):
        carto.frames.dump(tmp_path)
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(FrameError, match="not the manifest"):
        carto.frames.dump(tmp_path)


def test_a_member_of_an_organization_writes_into_his_schema(postgis_sandbox: Sandbox) -> None:
    members = [postgis_sandbox.create_account(name, organization="framers") for name in ("framer-ada", "framer-bob")]
    frame = geopandas.GeoDataFrame({"n": [1]}, geometry=geopandas.points_from_xy([1], [2]), crs=4326)
    for member in members:
        with Carto(member.base_url, api_key=member.api_key) as carto:
            schema = carto.sql.query("SELECT current_schema()::text AS s").rows[0]["s"]
            assert carto.frames.write(frame, "of_mine").schema == schema
            assert carto.frames.write(frame, "of_mine", if_exists="replace").rows == 1
            assert [(table.schema, table.name) for table in carto.frames.tables()] == [(schema, "of_mine")]
            assert len(carto.frames.geopandas(f'"{schema}".of_mine')) == 1
    for member in members:
        postgis_sandbox.drop_account(member)
