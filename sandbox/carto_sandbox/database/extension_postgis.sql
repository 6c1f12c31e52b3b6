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

CREATE FUNCTION cartodb.CDB_LatLng(lat numeric, lng numeric) RETURNS public.geometry
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT public.ST_SetSRID(public.ST_MakePoint(lng, lat), 4326)';
CREATE FUNCTION cartodb.CDB_LatLng(lat double precision, lng double precision) RETURNS public.geometry
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT public.ST_SetSRID(public.ST_MakePoint(lng, lat), 4326)';

-- A tile in webmercator.
CREATE FUNCTION cartodb.CDB_XYZ_Extent(x int, y int, z int) RETURNS public.geometry
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT public.ST_MakeEnvelope(x * side - edge, edge - y * side, (x + 1) * side - edge, edge - (y + 1) * side, 3857)
    FROM (SELECT cartodb.CDB_XYZ_Resolution(0) * 256 / 2.0 AS edge,
                 cartodb.CDB_XYZ_Resolution(0) / power(2, z) * 256 AS side) AS tile
$$;

-- Six corners at the distance of `radius`, the first in the east.
CREATE FUNCTION cartodb.CDB_MakeHexagon(center public.geometry, radius double precision) RETURNS public.geometry
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT public.ST_MakePolygon(public.ST_MakeLine(corner.geom ORDER BY corner.path))
    FROM public.ST_DumpPoints(public.ST_ExteriorRing(public.ST_Buffer(center, radius, 3))) AS corner
    WHERE corner.path[1] % 2 = 1
$$;

CREATE FUNCTION cartodb._CDB_GridOrigin(ext public.geometry, origin public.geometry, OUT x double precision, OUT y double precision)
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    IF public.ST_SRID(origin) <> public.ST_SRID(ext) THEN
        RAISE EXCEPTION 'SRID mismatch between extent (%) and origin (%)', public.ST_SRID(ext), public.ST_SRID(origin);
    END IF;
    x := coalesce(public.ST_X(origin), 0);
    y := coalesce(public.ST_Y(origin), 0);
END
$$;

-- The hexagons whose centers lie in an extent, column by column; every other column is shifted by half a cell.
CREATE FUNCTION cartodb.CDB_HexagonGrid(
    ext public.geometry, side double precision, origin public.geometry DEFAULT NULL, maxcells int DEFAULT 512 * 512
) RETURNS SETOF public.geometry LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    zero record := cartodb._CDB_GridOrigin(ext, origin);
    height double precision := side * sqrt(3);
    width double precision := side * 1.5;
    skipped bigint := ceil((public.ST_XMin(ext) - zero.x) / width);
    x double precision := zero.x + skipped * width;
    low double precision := zero.y + ceil((public.ST_YMin(ext) - zero.y) / height) * height;
    shifted double precision := low - height / 2;
    y double precision;
    cell public.geometry;
BEGIN
    IF shifted < public.ST_YMin(ext) THEN
        shifted := low + height / 2;
    END IF;
    IF maxcells > 0 AND ceil(
        ceil((public.ST_YMax(ext) - low) / (height / 2)) * ceil((public.ST_XMax(ext) - x) / (width * 2 / 3)) / 3
    ) > maxcells THEN
        RAISE EXCEPTION 'The requested grid is too big to be rendered';
    END IF;
    skipped := abs(skipped) % 2;
    WHILE x < public.ST_XMax(ext) LOOP
        y := CASE skipped WHEN 0 THEN shifted ELSE low END;
        cell := public.ST_SetSRID(public.ST_MakePoint(x, y), public.ST_SRID(ext));
        cell := public.ST_SnapToGrid(cartodb.CDB_MakeHexagon(cell, side), zero.x, zero.y, side / 2, height / 2);
        WHILE y < public.ST_YMax(ext) LOOP
            RETURN NEXT cell;
            cell := public.ST_SnapToGrid(public.ST_Translate(cell, 0, height), zero.x, zero.y, side / 2, height / 2);
            y := y + height;
        END LOOP;
        x := x + width;
        skipped := 1 - skipped;
    END LOOP;
END
$$;

-- The rectangles whose centers lie in an extent, column by column.
CREATE FUNCTION cartodb.CDB_RectangleGrid(
    ext public.geometry, width double precision, height double precision, origin public.geometry DEFAULT NULL,
    maxcells int DEFAULT 512 * 512
) RETURNS SETOF public.geometry LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    zero record := cartodb._CDB_GridOrigin(ext, origin);
    x double precision := zero.x + ceil((public.ST_XMin(ext) - zero.x) / width) * width;
    low double precision := zero.y + ceil((public.ST_YMin(ext) - zero.y) / height) * height;
    y double precision;
    cell public.geometry;
BEGIN
    IF maxcells > 0
       AND ((public.ST_XMax(ext) - x) / width * (public.ST_YMax(ext) - low) / height)::int > maxcells THEN
        RAISE EXCEPTION 'The requested grid is too big to be rendered';
    END IF;
    WHILE x < public.ST_XMax(ext) LOOP
        y := low;
        cell := public.ST_MakeEnvelope(
            x - width / 2, y - height / 2, x + width / 2, y + height / 2, public.ST_SRID(ext)
        );
        WHILE y < public.ST_YMax(ext) LOOP
            RETURN NEXT cell;
            cell := public.ST_Translate(cell, 0, height);
            y := zero.y + round((y + height - zero.y) / (height / 2)) * (height / 2);
        END LOOP;
        x := zero.x + round((x + width - zero.x) / (width / 2)) * (width / 2);
    END LOOP;
END
$$;

-- The shortest way on the globe, cut where it crosses the date line.
CREATE FUNCTION cartodb.CDB_GreatCircle(
    start_point public.geometry, end_point public.geometry, max_segment_length numeric DEFAULT 100000
) RETURNS public.geometry LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = public, pg_temp AS $$
DECLARE
    way geometry := ST_Segmentize(ST_MakeLine(start_point, end_point)::geography, max_segment_length)::geometry;
BEGIN
    IF ST_XMax(way) - ST_XMin(way) > 180 THEN
        way := ST_Difference(ST_ShiftLongitude(way), ST_Buffer('SRID=4326;LINESTRING(180 90, 180 -90)'::geometry, 0.00001));
    END IF;
    RETURN way;
END
$$;
