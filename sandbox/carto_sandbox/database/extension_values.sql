-- Functions over numbers, dates and texts, which need no PostGIS: how values fall into classes, and what they look like.

CREATE FUNCTION cartodb.CDB_QuantileBins(in_array numeric[], breaks int) RETURNS numeric[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT percentile_disc(ARRAY(SELECT n / breaks::numeric FROM generate_series(1, breaks) AS n))
           WITHIN GROUP (ORDER BY value)
    FROM unnest(in_array) AS value
$$;

CREATE FUNCTION cartodb.CDB_EqualIntervalBins(in_array anyarray, breaks int) RETURNS anyarray
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_agg(low + n * step ORDER BY n)
    FROM (SELECT min(value) AS low, (max(value) - min(value)) / breaks AS step FROM unnest(in_array) AS value) AS range,
         generate_series(1, breaks) AS n
$$;

-- The mean of all, the mean of what is above that, and so on.
CREATE FUNCTION cartodb.CDB_HeadsTailsBins(in_array numeric[], breaks int) RETURNS numeric[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    means numeric[] := '{}';
    mean numeric;
BEGIN
    IF array_length(in_array, 1) IS NULL THEN
        RETURN NULL;
    END IF;
    -- One value more than breaks is not enough either.
    IF array_length(in_array, 1) - 1 < breaks THEN
        RETURN ARRAY(SELECT value FROM unnest(in_array) AS value ORDER BY value);
    END IF;
    FOR n IN 1 .. greatest(breaks, 1) LOOP
        SELECT avg(value) INTO mean FROM unnest(in_array) AS value WHERE n = 1 OR value > means[n - 1];
        IF mean IS NOT NULL THEN
            means := means || mean;
        END IF;
    END LOOP;
    RETURN means;
END
$$;

-- The sum of squared distances from the mean in a class of values, each of which may come more than once.
CREATE FUNCTION cartodb._CDB_ClassDeviation(values_ numeric[], counts numeric[], low int, high int) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT sum((mean - value) ^ 2 * count)
    FROM unnest(values_[low:high], counts[low:high]) AS class(value, count),
         (SELECT sum(value * count) / sum(count) AS mean
          FROM unnest(values_[low:high], counts[low:high]) AS class(value, count)) AS middle
$$;

-- Classes are given by the numbers of their highest values. Values move from the class that is spread most to the one
-- spread least, twice as many each time, as long as that is better; the goodness of fit comes first in the result.
CREATE FUNCTION cartodb._CDB_JenksSearch(values_ numeric[], counts numeric[], tops int[], total numeric)
RETURNS numeric[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    breaks int := array_length(tops, 1);
    spreads numeric[];
    best_tops int[] := tops;
    best_spreads numeric[];
    fit numeric := 0;
    new_fit numeric;
    moved int := 1;
    widest int := 0;
    narrowest int := 0;
BEGIN
    FOR n IN 1 .. breaks LOOP
        spreads[n] := cartodb._CDB_ClassDeviation(values_, counts, coalesce(tops[n - 1], 0) + 1, tops[n]);
    END LOOP;
    best_spreads := spreads;
    FOR attempt IN 1 .. array_length(values_, 1) LOOP
        SELECT total - sum(spread) INTO new_fit FROM unnest(spreads) AS spread;
        IF new_fit <= fit THEN
            EXIT WHEN moved <= 2 OR widest = narrowest;
            moved := greatest(moved / 8, 1);
            tops := best_tops;
            spreads := best_spreads;
            new_fit := fit;
        END IF;
        SELECT n INTO narrowest FROM unnest(spreads) WITH ORDINALITY AS class(spread, n) ORDER BY spread, n LIMIT 1;
        SELECT n INTO widest FROM unnest(spreads) WITH ORDINALITY AS class(spread, n) ORDER BY spread DESC, n LIMIT 1;
        fit := new_fit;
        best_tops := tops;
        best_spreads := spreads;
        moved := least(moved, tops[widest] - coalesce(tops[widest - 1], 0) - 1);
        FOR n IN least(narrowest, widest) .. greatest(narrowest, widest) - 1 LOOP
            tops[n] := tops[n] + CASE WHEN narrowest < widest THEN moved ELSE -moved END;
        END LOOP;
        FOR n IN least(narrowest, widest) .. greatest(narrowest, widest) LOOP
            spreads[n] := cartodb._CDB_ClassDeviation(values_, counts, coalesce(tops[n - 1], 0) + 1, tops[n]);
        END LOOP;
        moved := moved * 2;
    END LOOP;
    RETURN fit || best_tops::numeric[];
END
$$;

-- The highest value of each class, or with `invert` the lowest; fewer different values than breaks come back themselves.
CREATE FUNCTION cartodb.CDB_JenksBins(
    in_array numeric[], breaks int, iterations int DEFAULT 0, invert boolean DEFAULT false
) RETURNS numeric[] LANGUAGE plpgsql IMMUTABLE PARALLEL RESTRICTED AS $$
DECLARE
    values_ numeric[];
    counts numeric[];
    different int;
    mean numeric;
    total numeric;
    tops int[];
    best numeric[];
    found numeric[];
BEGIN
    SELECT array_agg(value ORDER BY value), array_agg(count ORDER BY value) INTO values_, counts
    FROM (SELECT value, count(*)::numeric FROM unnest(in_array) AS value WHERE value IS NOT NULL GROUP BY value) AS c;
    different := array_length(values_, 1);
    IF different IS NULL OR different <= breaks THEN
        RETURN values_;
    END IF;
    SELECT avg(value) INTO mean FROM unnest(in_array) AS value;
    SELECT sum((mean - value) ^ 2 * count) INTO total FROM unnest(values_, counts) AS c(value, count);
    -- The first start is classes of as many values each; the others are random, and the same in every call.
    tops := ARRAY(SELECT round(n * different::numeric / breaks)::int FROM generate_series(1, breaks) AS n ORDER BY n);
    best := cartodb._CDB_JenksSearch(values_, counts, tops, total);
    PERFORM setseed(0.4567);
    FOR attempt IN 2 .. CASE WHEN iterations < 1 THEN log(different)::int + 1 ELSE iterations END LOOP
        tops := ARRAY[different];
        WHILE array_length(tops, 1) < breaks LOOP
            tops := ARRAY(
                SELECT DISTINCT top FROM unnest(tops || trunc(random() * different)::int + 1) AS top ORDER BY top
            );
        END LOOP;
        found := cartodb._CDB_JenksSearch(values_, counts, tops, total);
        IF found[1] > best[1] THEN
            best := found;
        END IF;
    END LOOP;
    tops := best[2:]::int[];
    RETURN ARRAY(
        SELECT values_[CASE WHEN invert THEN coalesce(tops[n - 1], 0) + 1 ELSE tops[n] END]
        FROM generate_series(1, breaks) AS n ORDER BY n
    );
END
$$;

-- The shape of a histogram of seven bins: flat, falling, rising, with a peak, with a valley, or several of them.
CREATE FUNCTION cartodb.CDB_DistType(in_array numeric[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    shares numeric[];
    steps int[];
    turns int[];
BEGIN
    IF (SELECT abs(max(value) - min(value)) < 1e-7 FROM unnest(in_array) AS value) THEN
        RETURN 'F';
    END IF;
    SELECT array_agg(round(100.0 * frequency / total, 1) ORDER BY bucket) INTO shares
    FROM (
        SELECT width_bucket(value, low, high, 7) AS bucket, count(*) AS frequency, total
        FROM unnest(in_array) AS value,
             (SELECT min(value) AS low, max(value) AS high, count(value) AS total FROM unnest(in_array) AS value) AS range
        WHERE value IS NOT NULL GROUP BY bucket, total
    ) AS histogram;
    steps := ARRAY(
        SELECT CASE WHEN shares[n] > shares[n + 1] THEN -1 WHEN abs(shares[n] - shares[n + 1]) <= 0.05 THEN 0 ELSE 1 END
        FROM generate_series(1, 6) AS n ORDER BY n
    );
    turns := ARRAY(SELECT step FROM unnest(steps) WITH ORDINALITY AS s(step, n) GROUP BY step ORDER BY min(n));
    RETURN CASE
        WHEN turns = '{0}' THEN 'F'
        WHEN NOT 1 = ANY (turns) THEN 'L'
        WHEN NOT -1 = ANY (turns) THEN 'J'
        WHEN turns IN ('{1,-1}', '{1,0,-1}', '{1,-1,0}', '{0,1,-1}') THEN 'A'
        WHEN turns IN ('{-1,1}', '{-1,0,1}', '{-1,1,0}', '{0,-1,1}') THEN 'U'
        ELSE 'S'
    END;
END
$$;

CREATE FUNCTION cartodb._CDB_Moment(in_array numeric[], degree int) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE WHEN spread = 0 THEN 0 ELSE (SELECT sum(power(mean - value, degree)) FROM unnest(in_array) AS value) / spread
                - CASE degree WHEN 4 THEN 3 ELSE 0 END END
    FROM (SELECT avg(value) AS mean, count(value)::numeric * power(stddev(value), degree) AS spread
          FROM unnest(in_array) AS value) AS middle
$$;
CREATE FUNCTION cartodb.CDB_Kurtosis(in_array numeric[]) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT cartodb._CDB_Moment(in_array, 4)';
CREATE FUNCTION cartodb.CDB_Skewness(in_array numeric[]) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT cartodb._CDB_Moment(in_array, 3)';

CREATE FUNCTION cartodb._CDB_MostFrequent(anyarray) RETURNS anyelement LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT value FROM unnest($1) AS value GROUP BY value ORDER BY count(*) DESC, value LIMIT 1
$$;
-- array_append itself has other argument types since PostgreSQL 14.
CREATE FUNCTION cartodb._CDB_Append(anyarray, anyelement) RETURNS anyarray LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    'SELECT $1 || $2';
CREATE AGGREGATE cartodb.CDB_Math_Mode(anyelement) (
    SFUNC = cartodb._CDB_Append, STYPE = anyarray, FINALFUNC = cartodb._CDB_MostFrequent, PARALLEL = SAFE, INITCOND = '{}'
);

-- The share of the ten most frequent values and of those as frequent as the tenth, or whether it reaches a threshold.
CREATE FUNCTION cartodb.CDB_DistinctMeasure(in_array text[], threshold numeric DEFAULT NULL) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN threshold IS NULL THEN max(share) WHEN max(share) >= threshold THEN 1 ELSE 0 END
    FROM (
        SELECT sum(count(*)) OVER (ORDER BY count(*) DESC) / (SELECT count(v) FROM unnest(in_array) AS v) AS share
        FROM unnest(in_array) AS value WHERE value IS NOT NULL GROUP BY value ORDER BY count(*) DESC LIMIT 10
    ) AS frequent
$$;

CREATE FUNCTION cartodb.CDB_DateToNumber(input timestamp) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT extract(epoch FROM input)::double precision';
CREATE FUNCTION cartodb.CDB_DateToNumber(input timestamptz) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT extract(epoch FROM input)::double precision';

-- A date, or seconds since 1970; null for what is neither.
CREATE FUNCTION cartodb.CDB_StringToDate(input varchar) RETURNS timestamp
LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
    RETURN input::date;
EXCEPTION WHEN OTHERS THEN
    BEGIN
        RETURN to_timestamp(input::int);
    EXCEPTION WHEN OTHERS THEN
        RETURN NULL;
    END;
END
$$;

-- Which of point and comma stands between thousands and which before decimals, told by the first value that shows it.
CREATE FUNCTION cartodb.CDB_DigitSeparator(rel regclass, fld text, OUT t char, OUT d char)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
DECLARE
    value text;
BEGIN
    FOR value IN EXECUTE format('SELECT %I FROM %s WHERE %1$I ~ %3$L', fld, rel, '[,.]') LOOP
        t := CASE
            WHEN value ~ ',.*,' THEN ','
            WHEN value ~ '\..*\.' THEN '.'
            WHEN value ~ '\..*,' THEN '.'
            WHEN value ~ ',.*\.' THEN ','
            WHEN value ~ ',' AND value !~ '(,[0-9]{3}$)|(,[0-9]{3}[,.])' THEN '.'
            WHEN value ~ '\.' AND value !~ '(\.[0-9]{3}$)|(\.[0-9]{3}[,.])' THEN ','
        END;
        IF t IS NOT NULL THEN
            d := CASE t WHEN ',' THEN '.' ELSE ',' END;
            RETURN;
        END IF;
    END LOOP;
END
$$;

-- Metres a pixel of a tile has at the equator.
CREATE FUNCTION cartodb.CDB_XYZ_Resolution(z int) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT 6378137.0 * 2.0 * pi() / 256.0 / power(2.0, z)';

CREATE FUNCTION cartodb.CDB_ZoomFromScale(scaledenominator numeric) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN scaledenominator > 600000000 THEN NULL
        WHEN scaledenominator = 0 THEN 29
        ELSE least(round(log(2, 559082264.028 / scaledenominator)), 29)::int
    END
$$;

-- As many rows as the planner expects, of tables that it has statistics of.
CREATE FUNCTION cartodb._CDB_GenerateStats(reloid regclass) RETURNS void
LANGUAGE plpgsql STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_statistic WHERE starelid = reloid) THEN
        EXECUTE format('ANALYZE %s', reloid);
    END IF;
END
$$;
CREATE FUNCTION cartodb.CDB_EstimateRowCount(query text) RETURNS numeric LANGUAGE plpgsql STRICT AS $$
DECLARE
    plan json;
BEGIN
    PERFORM cartodb._CDB_GenerateStats(name::regclass) FROM unnest(cartodb.CDB_QueryTablesText(query)) AS name;
    EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO STRICT plan;
    RETURN plan -> 0 -> 'Plan' ->> 'Plan Rows';
END
$$;

CREATE FUNCTION cartodb.CDB_TableIndexes(regclass)
RETURNS TABLE (index_name name, index_unique boolean, index_primary boolean, index_keys text[])
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT c.relname, i.indisunique, i.indisprimary,
           ARRAY(SELECT pg_get_indexdef(i.indexrelid, k + 1, true) FROM generate_subscripts(i.indkey, 1) AS k ORDER BY k)
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = $1
$$;

-- What the account is called: every key has a role of its own, and the name of its owner is noted here.
CREATE TABLE cartodb.CDB_Conf (key text PRIMARY KEY, value json NOT NULL);
CREATE FUNCTION cartodb.CDB_Conf_GetConf(key text) RETURNS json LANGUAGE sql STABLE PARALLEL SAFE AS
    'SELECT c.value FROM cartodb.CDB_Conf c WHERE c.key = CDB_Conf_GetConf.key';
CREATE FUNCTION cartodb.CDB_Conf_SetConf(key text, value json) RETURNS void LANGUAGE sql AS $$
    INSERT INTO cartodb.CDB_Conf VALUES (CDB_Conf_SetConf.key, CDB_Conf_SetConf.value)
    ON CONFLICT ON CONSTRAINT cdb_conf_pkey DO UPDATE SET value = excluded.value
$$;
CREATE FUNCTION cartodb.CDB_Username() RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT cartodb.CDB_Conf_GetConf('api_keys_' || session_user) ->> 'username'
$$;
