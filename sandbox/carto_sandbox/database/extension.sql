-- The functions of CARTO's PostgreSQL extension that clients call, written for the sandbox.
-- Names, arguments and results are CARTO's; run by a superuser in a database that has no schema cartodb yet.

CREATE SCHEMA cartodb;
GRANT USAGE ON SCHEMA cartodb TO PUBLIC;

-- When each table was changed last, kept by the trigger that CDB_CartodbfyTable adds.
CREATE TABLE cartodb.CDB_TableMetadata (
    tabname regclass PRIMARY KEY,
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE VIEW cartodb.CDB_TableMetadata_Text AS
    SELECT format('%I.%I', n.nspname, c.relname) AS tabname, m.updated_at
    FROM cartodb.CDB_TableMetadata m
    JOIN pg_catalog.pg_class c ON c.oid = m.tabname::oid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace;
GRANT SELECT ON cartodb.CDB_TableMetadata, cartodb.CDB_TableMetadata_Text TO PUBLIC;

-- Whoever may write a table has it noted, without a right on the notes themselves.
CREATE FUNCTION cartodb._CDB_NoteChange(reloid regclass) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO cartodb.CDB_TableMetadata VALUES (reloid, now())
    ON CONFLICT (tabname) DO UPDATE SET updated_at = excluded.updated_at
$$;
REVOKE EXECUTE ON FUNCTION cartodb._CDB_NoteChange(regclass) FROM PUBLIC;

CREATE FUNCTION cartodb.CDB_TableMetadata_Trigger() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM cartodb._CDB_NoteChange(TG_RELID);
    RETURN NULL;
END
$$;

CREATE FUNCTION cartodb.CDB_TableMetadataTouch(tablename regclass) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- The rights asked for are those of whoever is logged in, not of this function's owner.
    IF NOT has_table_privilege(session_user, tablename, 'INSERT, UPDATE, DELETE, TRUNCATE') THEN
        RAISE insufficient_privilege USING MESSAGE = format('permission denied for table %s', tablename);
    END IF;
    PERFORM cartodb._CDB_NoteChange(tablename);
END
$$;

CREATE FUNCTION cartodb.CDB_TableMetadataTouch(tablename text) RETURNS void LANGUAGE sql AS
    'SELECT cartodb.CDB_TableMetadataTouch(tablename::regclass)';

-- A table that is gone has no notes.
CREATE FUNCTION cartodb._CDB_ForgetDropped() RETURNS event_trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM cartodb.CDB_TableMetadata m USING pg_event_trigger_dropped_objects() d
    WHERE d.classid = 'pg_class'::regclass AND d.objsubid = 0 AND m.tabname::oid = d.objid;
END
$$;
CREATE EVENT TRIGGER cdb_forget_dropped ON sql_drop EXECUTE FUNCTION cartodb._CDB_ForgetDropped();

CREATE FUNCTION cartodb.CDB_UserTables(perm text DEFAULT 'all') RETURNS SETOF name LANGUAGE sql STABLE AS $$
    SELECT relname FROM pg_catalog.pg_class
    WHERE relkind IN ('r', 'p') AND relname <> 'spatial_ref_sys'
      AND relnamespace NOT IN (
          SELECT oid FROM pg_catalog.pg_namespace
          WHERE nspname LIKE 'pg\_%' OR nspname IN ('information_schema', 'cartodb')
      )
      AND CASE perm
          WHEN 'public' THEN has_table_privilege('publicuser', oid, 'SELECT')
          WHEN 'private' THEN has_table_privilege(oid, 'SELECT')
              AND NOT has_table_privilege('publicuser', oid, 'SELECT')
          ELSE has_table_privilege(oid, 'SELECT')
      END
$$;

-- CARTO counts half of what a table takes: it keeps every geometry twice, and one of them is its own affair.
CREATE FUNCTION cartodb.CDB_UserDataSize(schema_name text) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT (coalesce(sum(pg_total_relation_size(c.oid)), 0) / 2)::bigint
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = schema_name AND c.relkind = 'r' AND c.relname IN (SELECT cartodb.CDB_UserTables())
$$;
CREATE FUNCTION cartodb.CDB_UserDataSize() RETURNS bigint LANGUAGE sql STABLE AS
    'SELECT cartodb.CDB_UserDataSize(''public'')';

CREATE FUNCTION cartodb.CDB_ColumnNames(reloid regclass) RETURNS SETOF information_schema.sql_identifier
LANGUAGE sql STABLE AS $$
    SELECT attname::information_schema.sql_identifier FROM pg_catalog.pg_attribute
    WHERE attrelid = reloid AND attnum > 0 AND NOT attisdropped ORDER BY attnum
$$;

CREATE FUNCTION cartodb.CDB_ColumnType(reloid regclass, column_name text) RETURNS information_schema.character_data
LANGUAGE sql STABLE AS $$
    SELECT format_type(CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END, NULL)::information_schema.character_data
    FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
    WHERE a.attrelid = reloid AND a.attname = column_name AND a.attnum > 0 AND NOT a.attisdropped
$$;

-- The statements of a text, one a row: split at every semicolon outside quotes, dollar quotes and comments.
CREATE FUNCTION cartodb.CDB_QueryStatements(query text) RETURNS SETOF text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    rest text := query;
    statement text := '';
    piece text;
    tag text;
BEGIN
    WHILE rest <> '' LOOP
        tag := substring(rest from '^\$(?:[[:alpha:]_][[:alnum:]_]*)?\$');
        piece := CASE
            WHEN left(rest, 1) = '''' AND statement ~ '(^|[^[:alnum:]_$])[eE]$'
                THEN substring(rest from $re$^'(?:[^'\\]|''|\\.)*'$re$)
            WHEN left(rest, 1) = '''' THEN substring(rest from $re$^'(?:[^']|'')*'$re$)
            WHEN left(rest, 1) = '"' THEN substring(rest from '^"(?:[^"]|"")*"')
            WHEN left(rest, 2) = '--' THEN substring(rest from '^--[^\n]*')
            WHEN left(rest, 2) = '/*' THEN left(rest, strpos(substr(rest, 3), '*/') + 3)
            WHEN tag IS NOT NULL AND strpos(substr(rest, length(tag) + 1), tag) > 0
                THEN left(rest, strpos(substr(rest, length(tag) + 1), tag) - 1 + 2 * length(tag))
            WHEN left(rest, 1) ~ $re$[;'"$/-]$re$ THEN left(rest, 1)
            ELSE substring(rest from $re$^[^;'"$/-]+$re$)
        END;
        piece := coalesce(nullif(piece, ''), rest);
        rest := substr(rest, length(piece) + 1);
        IF piece = ';' THEN
            IF btrim(statement, E' \t\r\n') <> '' THEN
                RETURN NEXT btrim(statement, E' \t\r\n');
            END IF;
            statement := '';
        ELSE
            statement := statement || piece;
        END IF;
    END LOOP;
    IF btrim(statement, E' \t\r\n') <> '' THEN
        RETURN NEXT btrim(statement, E' \t\r\n');
    END IF;
END
$$;

-- The tables that a query touches, as schema.table; what PostgreSQL cannot explain, such as DDL, touches none.
CREATE FUNCTION cartodb.CDB_QueryTablesText(query text) RETURNS text[] LANGUAGE plpgsql STRICT AS $$
DECLARE
    statement text;
    plan jsonb;
    found text[] := '{}';
BEGIN
    FOR statement IN SELECT cartodb.CDB_QueryStatements(query) LOOP
        BEGIN
            EXECUTE 'EXPLAIN (FORMAT JSON, VERBOSE) ' || statement INTO STRICT plan;
        EXCEPTION WHEN syntax_error THEN
            CONTINUE;
        END;
        found := found || ARRAY(
            SELECT format('%I.%I', node ->> 'Schema', node ->> 'Relation Name')
            FROM jsonb_path_query(plan, 'strict $.** ? (@.type() == "object" && exists (@."Relation Name"))') AS node
        );
    END LOOP;
    RETURN ARRAY(SELECT DISTINCT name FROM unnest(found) AS name ORDER BY name);
END
$$;
CREATE FUNCTION cartodb.CDB_QueryTables(query text) RETURNS name[] LANGUAGE sql STRICT AS
    'SELECT cartodb.CDB_QueryTablesText(query)::name[]';

-- A key that is whole, unique and counts on: a column of that name which is not makes place for a new one.
CREATE FUNCTION cartodb._CDB_PrepareId(reloid regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    kind text := cartodb.CDB_ColumnType(reloid, 'cartodb_id');
    has_key boolean := EXISTS (SELECT 1 FROM pg_index WHERE indrelid = reloid AND indisprimary);
    usable boolean := false;
    serial text;
BEGIN
    IF kind IN ('smallint', 'integer', 'bigint') THEN
        EXECUTE format('SELECT count(*) = count(DISTINCT cartodb_id) FROM %s', reloid) INTO usable;
    END IF;
    IF kind IS NOT NULL AND NOT usable THEN
        EXECUTE format('ALTER TABLE %s RENAME COLUMN cartodb_id TO _cartodb_id0', reloid);
    END IF;
    IF NOT usable THEN
        EXECUTE format(
            'ALTER TABLE %s ADD COLUMN cartodb_id bigserial %s', reloid,
            CASE WHEN has_key THEN 'NOT NULL UNIQUE' ELSE 'PRIMARY KEY' END
        );
        RETURN;
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = reloid AND a.attnum = i.indkey[0]
        WHERE i.indrelid = reloid AND i.indisunique AND i.indnatts = 1 AND a.attname = 'cartodb_id'
    ) THEN
        EXECUTE format(
            'ALTER TABLE %s ADD %s (cartodb_id)', reloid, CASE WHEN has_key THEN 'UNIQUE' ELSE 'PRIMARY KEY' END
        );
    END IF;
    EXECUTE format('ALTER TABLE %s ALTER cartodb_id SET NOT NULL', reloid);
    serial := pg_get_serial_sequence(reloid::text, 'cartodb_id');
    IF serial IS NULL THEN
        SELECT format('%I.%I', n.nspname, left(c.relname, 48) || '_cartodb_id_seq') INTO serial
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = reloid;
        EXECUTE format('CREATE SEQUENCE %s OWNED BY %s.cartodb_id', serial, reloid);
        EXECUTE format('ALTER TABLE %s ALTER cartodb_id SET DEFAULT nextval(%L)', reloid, serial);
    END IF;
    EXECUTE format(
        'SELECT setval(%L, greatest(max(cartodb_id), 1), max(cartodb_id) IS NOT NULL) FROM %s', serial, reloid
    );
END
$$;

-- Without PostGIS both geometries are text, and nothing is projected; extension_postgis.sql replaces this.
CREATE FUNCTION cartodb._CDB_PrepareGeometry(reloid regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['the_geom', 'the_geom_webmercator'] LOOP
        IF cartodb.CDB_ColumnType(reloid, wanted) IS NULL THEN
            EXECUTE format('ALTER TABLE %s ADD COLUMN %I text', reloid, wanted);
        END IF;
    END LOOP;
END
$$;

-- What a webmercator trigger is without PostGIS: none.
CREATE FUNCTION cartodb._CDB_AddGeometryTrigger(reloid regclass) RETURNS void LANGUAGE sql AS '';

-- Makes a table a dataset: cartodb_id, both geometries, and the triggers that keep them and the notes.
CREATE FUNCTION cartodb.CDB_CartodbfyTable(destschema text, reloid regclass) RETURNS regclass LANGUAGE plpgsql AS $$
DECLARE
    trigger_name text;
BEGIN
    IF destschema <> (
        SELECT nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid WHERE c.oid = reloid
    ) THEN
        EXECUTE format('ALTER TABLE %s SET SCHEMA %I', reloid, destschema);
    END IF;
    -- Those of an earlier call. The last two watch CARTO's quota, which a sandbox has not.
    FOREACH trigger_name IN ARRAY
        ARRAY['track_updates', 'update_the_geom_webmercator_trigger', 'test_quota', 'test_quota_per_row']
    LOOP
        EXECUTE format('DROP TRIGGER IF EXISTS %I ON %s', trigger_name, reloid);
    END LOOP;
    PERFORM cartodb._CDB_PrepareId(reloid);
    PERFORM cartodb._CDB_PrepareGeometry(reloid);
    PERFORM cartodb._CDB_AddGeometryTrigger(reloid);
    EXECUTE format(
        'CREATE TRIGGER track_updates AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s'
        ' FOR EACH STATEMENT EXECUTE FUNCTION cartodb.CDB_TableMetadata_Trigger()', reloid
    );
    PERFORM cartodb.CDB_TableMetadataTouch(reloid);
    RETURN reloid;
END
$$;
CREATE FUNCTION cartodb.CDB_CartodbfyTable(reloid regclass) RETURNS regclass LANGUAGE sql AS
    'SELECT cartodb.CDB_CartodbfyTable(''public'', reloid)';
