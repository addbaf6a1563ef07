-- Schema 2: sitemaps that an index names, each on a schedule of its own; pages that are not there.
CREATE TABLE child_sitemap (
    url           TEXT PRIMARY KEY,
    source        INTEGER NOT NULL REFERENCES source (id),
    parent        TEXT NOT NULL,  -- the index that names it
    depth         INTEGER NOT NULL CHECK (depth > 0),
    lastmod       INTEGER,        -- as the index says
    etag          TEXT,
    last_modified TEXT,
    last_fetched  INTEGER,
    next_due      INTEGER NOT NULL,
    problem       TEXT,
    failures      INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX child_sitemap_by_source ON child_sitemap (source, parent);
CREATE INDEX child_sitemap_by_due ON child_sitemap (next_due);

ALTER TABLE frontier ADD COLUMN missing_since INTEGER;  -- it has not been there since
