-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a PostgreSQL database (15 or newer) needs to keep one Countersign workspace. Read it, then run it once as a role
-- that may create roles and schemas:
--
--     psql --set ON_ERROR_STOP=1 --single-transaction --file countersign.sql DATABASE
--
-- "countersignctl init postgresql://…" runs the same text where it is allowed to. Running it again changes nothing.
-- Afterwards let people in: GRANT countersign_writer TO ada;   GRANT countersign_reader TO auditor;
--
-- The database orders and keeps bytes; nobody believes it. Every console verifies each line for itself, so that what
-- is forbidden here protects against accidents, and the signatures protect against everybody.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'countersign_reader') THEN
        CREATE ROLE countersign_reader NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'countersign_writer') THEN
        CREATE ROLE countersign_writer NOLOGIN;
    END IF;
END
$$;
GRANT countersign_reader TO countersign_writer;

CREATE SCHEMA IF NOT EXISTS countersign;

-- One row for each step of this schema that was taken; programs refuse what is newer than they are.
CREATE TABLE IF NOT EXISTS countersign.schema_version (
    version integer PRIMARY KEY,
    applied timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS countersign.entry (
    idx bigint PRIMARY KEY CHECK (idx >= 0),
    line bytea NOT NULL CHECK (octet_length(line) BETWEEN 1 AND 65535)
);

-- Texts and files that entries name by their SHA-256. seq: in which order they came, for who copies them.
CREATE TABLE IF NOT EXISTS countersign.blob (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    bytes bigint NOT NULL CHECK (bytes >= 0),
    class text NOT NULL CHECK (class IN ('required', 'evidence', 'erasable')),
    salt bytea CHECK ((class = 'erasable') = (salt IS NOT NULL)),
    sealed boolean NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX IF NOT EXISTS blob_seq ON countersign.blob (seq);

CREATE TABLE IF NOT EXISTS countersign.chunk (
    digest bytea NOT NULL REFERENCES countersign.blob ON DELETE CASCADE,
    n bigint NOT NULL CHECK (n >= 0),
    data bytea NOT NULL CHECK (octet_length(data) BETWEEN 1 AND 1048576),
    PRIMARY KEY (digest, n)
);

CREATE OR REPLACE FUNCTION countersign.append_only() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append only' USING ERRCODE = 'CS002';
END
$$;
CREATE OR REPLACE TRIGGER entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON countersign.entry
    FOR EACH STATEMENT EXECUTE FUNCTION countersign.append_only();

-- Appends lines, with the short texts that they name, if the ledger has exactly so many entries; all or none.
-- @returns the first index. CS001: another append came first.
CREATE OR REPLACE FUNCTION countersign.append(
    expected bigint, lines bytea[], texts bytea[] DEFAULT '{}', salts bytea[] DEFAULT '{}') RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = countersign, pg_temp AS $$
DECLARE
    size bigint;
    i integer;
    named bytea;
BEGIN
    -- A snapshot that is older than the lock would show an older end.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'append wants READ COMMITTED';
    END IF;
    PERFORM pg_advisory_xact_lock(17235, 'countersign.entry'::regclass::oid::integer);
    SELECT coalesce(max(idx) + 1, 0) INTO size FROM entry;
    IF size <> expected THEN
        RAISE EXCEPTION 'the ledger has % entries, not %', size, expected USING ERRCODE = 'CS001', DETAIL = size;
    END IF;
    FOR i IN 1 .. coalesce(array_length(texts, 1), 0) LOOP
        named := sha256(salts[i] || texts[i]);
        INSERT INTO blob (digest, bytes, class, salt, sealed)
            VALUES (named, octet_length(texts[i]), 'erasable', salts[i], true) ON CONFLICT DO NOTHING;
        IF FOUND AND octet_length(texts[i]) > 0 THEN
            INSERT INTO chunk (digest, n, data) VALUES (named, 0, texts[i]);
        END IF;
    END LOOP;
    INSERT INTO entry (idx, line) SELECT expected + place - 1, added.line
        FROM unnest(lines) WITH ORDINALITY AS added (line, place);
    PERFORM pg_notify('countersign', (expected + coalesce(array_length(lines, 1), 0))::text);
    RETURN expected;
END
$$;

-- @returns whether the chunks are wanted: false where the content is there already. What an interrupted attempt left is
-- begun anew. CS003: another kind of content stands under that digest.
CREATE OR REPLACE FUNCTION countersign.begin_blob(wanted bytea, size bigint, kind text, salting bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = countersign, pg_temp AS $$
DECLARE
    there blob%ROWTYPE;
BEGIN
    SELECT * INTO there FROM blob WHERE digest = wanted FOR UPDATE;
    IF FOUND THEN
        IF (there.class = 'erasable') <> (kind = 'erasable') THEN
            RAISE EXCEPTION 'another kind of content' USING ERRCODE = 'CS003';
        END IF;
        IF there.sealed THEN
            IF kind = 'required' THEN
                UPDATE blob SET class = 'required' WHERE digest = wanted AND class = 'evidence';
            END IF;
            RETURN false;
        END IF;
        DELETE FROM blob WHERE digest = wanted;
    END IF;
    INSERT INTO blob (digest, bytes, class, salt, sealed) VALUES (wanted, size, kind, salting, false);
    RETURN true;
END
$$;

-- CS005: longer than announced. CS006: never announced, or dropped.
CREATE OR REPLACE FUNCTION countersign.put_chunk(wanted bytea, place bigint, piece bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = countersign, pg_temp AS $$
DECLARE
    there blob%ROWTYPE;
BEGIN
    SELECT * INTO there FROM blob WHERE digest = wanted;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such content' USING ERRCODE = 'CS006';
    END IF;
    IF there.sealed THEN
        RETURN; -- another program has finished the same content meanwhile
    END IF;
    IF place < 0 OR octet_length(piece) NOT BETWEEN 1 AND 1048576
       OR place * 1048576 + octet_length(piece) > there.bytes THEN
        RAISE EXCEPTION 'longer than announced' USING ERRCODE = 'CS005';
    END IF;
    INSERT INTO chunk (digest, n, data) VALUES (wanted, place, piece)
        ON CONFLICT (digest, n) DO UPDATE SET data = excluded.data;
END
$$;

-- Makes a content visible where its bytes are those of its digest. Up to 64 MiB that is computed here; above, only
-- counted, for it would take as much memory. Whoever reads it computes it in any case. @returns false: dropped.
CREATE OR REPLACE FUNCTION countersign.seal_blob(wanted bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = countersign, pg_temp AS $$
DECLARE
    there blob%ROWTYPE;
    good boolean;
BEGIN
    SELECT * INTO there FROM blob WHERE digest = wanted FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    IF there.sealed THEN
        RETURN true;
    END IF;
    SELECT coalesce(sum(octet_length(data)), 0) = there.bytes
        AND coalesce(max(n) + 1, 0) = count(*) INTO good FROM chunk WHERE digest = wanted;
    IF good AND there.bytes <= 67108864 THEN
        SELECT sha256(coalesce(there.salt, '') || coalesce(string_agg(data, '' ORDER BY n), '')) = wanted
            INTO good FROM chunk WHERE digest = wanted;
    END IF;
    IF good THEN
        UPDATE blob SET sealed = true WHERE digest = wanted;
    ELSE
        DELETE FROM blob WHERE digest = wanted;
    END IF;
    RETURN good;
END
$$;

-- Names and free texts can be erased; evidence and policies cannot. CS004.
CREATE OR REPLACE FUNCTION countersign.erase_blob(wanted bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = countersign, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM blob WHERE digest = wanted AND class <> 'erasable') THEN
        RAISE EXCEPTION 'only names and free text can be erased' USING ERRCODE = 'CS004';
    END IF;
    DELETE FROM blob WHERE digest = wanted;
END
$$;

REVOKE ALL ON SCHEMA countersign FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA countersign FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA countersign FROM PUBLIC;
GRANT USAGE ON SCHEMA countersign TO countersign_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA countersign TO countersign_reader;
GRANT EXECUTE ON FUNCTION countersign.append(bigint, bytea[], bytea[], bytea[]),
    countersign.begin_blob(bytea, bigint, text, bytea), countersign.put_chunk(bytea, bigint, bytea),
    countersign.seal_blob(bytea), countersign.erase_blob(bytea) TO countersign_writer;

INSERT INTO countersign.schema_version (version) VALUES (1) ON CONFLICT DO NOTHING;
