-- What of extension.sql is different where PostGIS is (in the schema public): geometries that are real.

-- Webmercator ends near the poles; a geometry that reaches beyond is cut there, and one that is beyond has none.
CREATE FUNCTION cartodb.CDB_TransformToWebmercator(geom public.geometry) RETURNS public.geometry
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = public, pg_temp AS $$
DECLARE
    world CONSTANT public.geometry := ST_MakeEnvelope(-180, -85.0511287798, 180, 85.0511287798, 4326);
    inside public.geometry := CASE WHEN ST_SRID(geom) = 4326 THEN geom ELSE ST_Transform(geom, 4326) END;
BEGIN
    IF inside @ world THEN
        RETURN ST_Transform(inside, 3857);
    END IF;
    inside := ST_Intersection(world, ST_MakeValid(inside));
    RETURN CASE WHEN ST_IsEmpty(inside) THEN NULL ELSE ST_Transform(inside, 3857) END;
END
$$;

CREATE FUNCTION cartodb._CDB_Update_the_geom_webmercator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.the_geom_webmercator := cartodb.CDB_TransformToWebmercator(NEW.the_geom);
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION cartodb._CDB_AddGeometryTrigger(reloid regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format(
        'CREATE TRIGGER update_the_geom_webmercator_trigger BEFORE INSERT OR UPDATE OF the_geom ON %s'
        ' FOR EACH ROW EXECUTE FUNCTION cartodb._CDB_Update_the_geom_webmercator()', reloid
    );
END
$$;

-- the_geom flat and in longitude and latitude, whatever geometry the table had; an unknown SRID is taken for that.
CREATE OR REPLACE FUNCTION cartodb._CDB_PrepareGeometry(reloid regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    source name;
    fits boolean;
    wanted text;
BEGIN
    -- A column of text that was called so: read as geometries where it holds nothing else, put aside otherwise.
    IF cartodb.CDB_ColumnType(reloid, 'the_geom') <> 'geometry' THEN
        BEGIN
            EXECUTE format(
                'ALTER TABLE %s ALTER the_geom TYPE public.geometry USING nullif(the_geom::text, '''')::public.geometry',
                reloid
            );
        EXCEPTION WHEN data_exception OR internal_error THEN
            EXECUTE format('ALTER TABLE %s RENAME COLUMN the_geom TO invalid_the_geom', reloid);
        END;
    END IF;
    SELECT attname, public.postgis_typmod_srid(atttypmod) = 4326 AND public.postgis_typmod_dims(atttypmod) = 2
    INTO source, fits FROM pg_attribute
    WHERE attrelid = reloid AND attnum > 0 AND NOT attisdropped AND atttypid = 'public.geometry'::regtype
    ORDER BY attname <> 'the_geom', attname = 'the_geom_webmercator', attnum LIMIT 1;
    IF source IS NULL OR source = 'the_geom_webmercator' THEN
        EXECUTE format('ALTER TABLE %s ADD COLUMN the_geom public.geometry(Geometry,4326)', reloid);
        IF source IS NOT NULL THEN
            EXECUTE format('UPDATE %s SET the_geom = public.ST_Transform(the_geom_webmercator, 4326)', reloid);
        END IF;
    ELSIF source <> 'the_geom' THEN
        EXECUTE format('ALTER TABLE %s RENAME COLUMN %I TO the_geom', reloid, source);
    END IF;
    IF source <> 'the_geom_webmercator' AND fits IS NOT TRUE THEN
        EXECUTE format(
            'ALTER TABLE %s ALTER the_geom TYPE public.geometry(Geometry,4326) USING public.ST_Force2D('
            'CASE public.ST_SRID(the_geom) WHEN 0 THEN public.ST_SetSRID(the_geom, 4326)'
            ' ELSE public.ST_Transform(the_geom, 4326) END)', reloid
        );
    END IF;
    IF cartodb.CDB_ColumnType(reloid, 'the_geom_webmercator') IS NULL THEN
        EXECUTE format('ALTER TABLE %s ADD COLUMN the_geom_webmercator public.geometry(Geometry,3857)', reloid);
    END IF;
    -- Written anew rather than updated: an update would leave every row twice in the file.
    EXECUTE format(
        'ALTER TABLE %s ALTER the_geom_webmercator TYPE public.geometry(Geometry,3857)'
        ' USING cartodb.CDB_TransformToWebmercator(the_geom)', reloid
    );
    FOREACH wanted IN ARRAY ARRAY['the_geom', 'the_geom_webmercator'] LOOP
        IF NOT EXISTS (
            SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = reloid AND a.attnum = i.indkey[0]
            JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
            WHERE i.indrelid = reloid AND a.attname = wanted AND m.amname = 'gist'
        ) THEN
            EXECUTE format('CREATE INDEX ON %s USING gist (%I)', reloid, wanted);
        END IF;
    END LOOP;
END
$$;
