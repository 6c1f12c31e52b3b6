"""The functions of CARTO's `cartodb` extension that clients call, in a schema of that name."""

from typing import LiteralString

from psycopg import sql

_USER_TABLES: LiteralString = """
CREATE FUNCTION cartodb.CDB_UserTables(perm text DEFAULT 'all') RETURNS SETOF name LANGUAGE sql STABLE AS $$
    SELECT relname FROM pg_catalog.pg_class
    WHERE relkind IN ('r', 'p') AND relname <> 'spatial_ref_sys'
      AND relnamespace NOT IN (
          SELECT oid FROM pg_catalog.pg_namespace
          WHERE nspname LIKE 'pg\\_%' OR nspname IN ('information_schema', 'cartodb')
      )
      AND CASE perm
          WHEN 'public' THEN has_table_privilege('publicuser', oid, 'SELECT')
          WHEN 'private' THEN has_table_privilege(oid, 'SELECT')
              AND NOT has_table_privilege('publicuser', oid, 'SELECT')
          ELSE has_table_privilege(oid, 'SELECT')
      END
$$
"""

_CARTODBFY: LiteralString = """
CREATE FUNCTION cartodb.CDB_CartodbfyTable(destschema text, reloid regclass) RETURNS regclass LANGUAGE plpgsql AS $$
DECLARE
    present text[] := ARRAY(
        SELECT attname FROM pg_attribute WHERE attrelid = reloid AND attnum > 0 AND NOT attisdropped
    );
    key_kind text := 'PRIMARY KEY';
BEGIN
    IF NOT 'cartodb_id' = ANY (present) THEN
        IF EXISTS (SELECT 1 FROM pg_index WHERE indrelid = reloid AND indisprimary) THEN
            key_kind := 'NOT NULL UNIQUE';
        END IF;
        EXECUTE format('ALTER TABLE %s ADD COLUMN cartodb_id bigserial %s', reloid, key_kind);
    END IF;
    IF NOT 'the_geom' = ANY (present) THEN
        EXECUTE format('ALTER TABLE %s ADD COLUMN the_geom {geom}', reloid);
    END IF;
    IF NOT 'the_geom_webmercator' = ANY (present) THEN
        EXECUTE format('ALTER TABLE %s ADD COLUMN the_geom_webmercator {webmercator}', reloid);
    END IF;
    RETURN reloid;
END
$$
"""

_CARTODBFY_HERE: LiteralString = """
CREATE FUNCTION cartodb.CDB_CartodbfyTable(reloid regclass) RETURNS regclass LANGUAGE sql AS
    'SELECT cartodb.CDB_CartodbfyTable(''public'', reloid)'
"""


def write_extension(database: str, postgis: bool) -> list[sql.SQL | sql.Composed]:
    """Statements that make the functions and put them on every session's search path."""
    types = ("geometry(Geometry,4326)", "geometry(Geometry,3857)") if postgis else ("text", "text")
    cartodbfy = sql.SQL(_CARTODBFY).format(geom=sql.SQL(types[0]), webmercator=sql.SQL(types[1]))
    return [
        sql.SQL("CREATE SCHEMA cartodb"),
        sql.SQL("GRANT USAGE ON SCHEMA cartodb TO PUBLIC"),
        sql.SQL(_USER_TABLES),
        cartodbfy,
        sql.SQL(_CARTODBFY_HERE),
        sql.SQL('ALTER DATABASE {} SET search_path = "$user", public, cartodb').format(sql.Identifier(database)),
    ]
