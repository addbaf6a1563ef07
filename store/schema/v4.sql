-- Schema 4: corrections by what they are about. No earlier version wrote any.
DROP TABLE correction;
CREATE TABLE correction (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    editor  TEXT NOT NULL,
    reason  TEXT,
    kind    TEXT NOT NULL,
    claim   INTEGER REFERENCES claim (id),
    article INTEGER REFERENCES article (id),  -- the claim as it was found: where,
    quote   TEXT,                             -- in which words,
    nth     INTEGER,                          -- and which of those in the same words, from 0
    slot    TEXT,
    name    TEXT NOT NULL DEFAULT '',         -- that gives way to the value
    value   TEXT NOT NULL,                    -- lines
    undone  INTEGER,                          -- when
    fits    INTEGER NOT NULL DEFAULT 1        -- its claim was found when last looked for
) STRICT;
CREATE INDEX correction_by_article ON correction (article) WHERE article IS NOT NULL;
CREATE INDEX correction_of_all ON correction (id) WHERE article IS NULL AND undone IS NULL;
