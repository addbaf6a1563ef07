-- Schema 1. Codes are those of core/vocabulary.h; times are seconds since 1970 UTC, days are ISO text.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- ── what was got, and from where ──

CREATE TABLE outlet (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    domain TEXT UNIQUE,
    name   TEXT
) STRICT;
CREATE INDEX outlet_by_name ON outlet (name) WHERE domain IS NULL;

CREATE TABLE source (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    url           TEXT NOT NULL UNIQUE,
    kind          TEXT NOT NULL CHECK (kind IN ('feed', 'sitemap', 'page')),
    outlet        TEXT,
    every         INTEGER NOT NULL CHECK (every > 0),
    active        INTEGER NOT NULL DEFAULT 1,
    etag          TEXT,
    last_modified TEXT,
    last_fetched  INTEGER,
    last_ok       INTEGER,
    next_due      INTEGER NOT NULL,
    problem       TEXT,
    failures      INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX source_by_due ON source (next_due) WHERE active = 1;

CREATE TABLE frontier (
    url           TEXT PRIMARY KEY,
    source        INTEGER REFERENCES source (id),
    due           INTEGER,  -- NULL: never again
    etag          TEXT,
    last_modified TEXT,
    published     INTEGER,
    failures      INTEGER NOT NULL DEFAULT 0,
    first_seen    INTEGER,
    last_fetched  INTEGER,
    problem       TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX frontier_by_due ON frontier (due) WHERE due IS NOT NULL;

CREATE TABLE run (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    command      TEXT NOT NULL,
    started      INTEGER NOT NULL,
    ended        INTEGER,
    fetched      INTEGER NOT NULL DEFAULT 0,
    not_modified INTEGER NOT NULL DEFAULT 0,
    failed       INTEGER NOT NULL DEFAULT 0,
    articles     INTEGER NOT NULL DEFAULT 0,
    claims       INTEGER NOT NULL DEFAULT 0,
    problem      TEXT
) STRICT;

CREATE TABLE fetch_log (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    run     INTEGER NOT NULL REFERENCES run (id),
    url     TEXT NOT NULL,
    at      INTEGER NOT NULL,
    status  INTEGER,
    bytes   INTEGER NOT NULL,
    took_ms INTEGER NOT NULL,
    problem TEXT
) STRICT;
CREATE INDEX fetch_log_of_failures ON fetch_log (id) WHERE problem IS NOT NULL;
CREATE INDEX fetch_log_by_run ON fetch_log (run);

CREATE TABLE capture (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    url          TEXT NOT NULL,
    fetched_at   INTEGER NOT NULL,
    status       INTEGER NOT NULL,
    content_type TEXT NOT NULL,
    sha256       TEXT NOT NULL CHECK (length(sha256) = 64),
    warc_file    TEXT NOT NULL,
    offset       INTEGER NOT NULL CHECK (offset >= 0),
    length       INTEGER NOT NULL CHECK (length >= 0)
) STRICT;
CREATE INDEX capture_by_url ON capture (url);

-- ── articles ──

CREATE TABLE article (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    key           TEXT NOT NULL UNIQUE,  -- by which it is known again
    input_id      TEXT,
    url           TEXT,
    canonical_url TEXT,
    outlet        INTEGER REFERENCES outlet (id),
    title         TEXT,
    published     TEXT,
    retrieved     INTEGER NOT NULL,  -- first
    revision      INTEGER NOT NULL,  -- newest
    status        TEXT NOT NULL DEFAULT 'ok'
                  CHECK (status IN ('ok', 'gone', 'incomplete', 'failed')),
    duplicate_of  INTEGER REFERENCES article (id)
) STRICT;
CREATE INDEX article_by_outlet ON article (outlet);
CREATE INDEX article_by_duplicate ON article (duplicate_of) WHERE duplicate_of IS NOT NULL;

-- Every address that led to an article.
CREATE TABLE article_url (
    url     TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_url_by_article ON article_url (article);

CREATE TABLE revision (
    article    INTEGER NOT NULL REFERENCES article (id),
    revision   INTEGER NOT NULL,
    retrieved  INTEGER NOT NULL,
    capture    INTEGER REFERENCES capture (id),
    extractor  TEXT NOT NULL,
    title      TEXT,
    authors    TEXT NOT NULL,  -- one a line
    outlet_name TEXT,
    published  TEXT,
    modified   TEXT,
    language   TEXT,
    text       TEXT NOT NULL,
    blocks     TEXT NOT NULL,  -- "kind begin end", one a line
    robots     TEXT NOT NULL,  -- one a line
    paywalled  INTEGER NOT NULL,
    PRIMARY KEY (article, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX revision_by_capture ON revision (capture);

CREATE TABLE citation (
    article  INTEGER NOT NULL REFERENCES article (id),
    position INTEGER NOT NULL,
    outlet   TEXT NOT NULL,
    url      TEXT,
    begin    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL CHECK ("end" >= begin),
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

-- ── entities ──

CREATE TABLE entity (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT NOT NULL,
    type     TEXT NOT NULL CHECK (type IN ('person', 'organisation', 'product', 'dataset', 'outlet',
                                           'court', 'law')),
    parent   TEXT,
    ticker   TEXT,
    wikidata TEXT,
    domain   TEXT
) STRICT;

-- Every name, the canonical one among them, folded.
CREATE TABLE alias (
    folded TEXT PRIMARY KEY,
    name   TEXT NOT NULL,
    entity INTEGER NOT NULL REFERENCES entity (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_by_entity ON alias (entity);

CREATE TABLE mention (
    article INTEGER NOT NULL REFERENCES article (id),
    begin   INTEGER NOT NULL,
    "end"   INTEGER NOT NULL CHECK ("end" > begin),
    entity  INTEGER NOT NULL REFERENCES entity (id),
    PRIMARY KEY (article, begin, "end", entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_by_entity ON mention (entity, article);

-- ── claims ──

CREATE TABLE allegation (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    topic   TEXT NOT NULL,
    retired INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX allegation_by_topic ON allegation (topic);

CREATE TABLE claim (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    article        INTEGER NOT NULL REFERENCES article (id),
    removed        INTEGER,  -- the revision in which it was gone; NULL: it stands
    position       INTEGER NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN ('accusation', 'observation', 'investigation',
                       'denial', 'response', 'admission', 'countermeasure', 'policy', 'opinion',
                       'ruling', 'settlement', 'self-claim', 'background')),
    quote          TEXT NOT NULL,
    begin          INTEGER NOT NULL,
    "end"          INTEGER NOT NULL CHECK ("end" >= begin),
    object         TEXT,
    object_owner   TEXT,
    certainty      TEXT NOT NULL CHECK (certainty IN ('denied', 'not-conclusive', 'possible',
                       'suspected', 'alleged', 'asserted')),
    hedge_begin    INTEGER,
    hedge_end      INTEGER,
    time_text      TEXT,
    time_edtf      TEXT,
    confidence     REAL CHECK (confidence BETWEEN 0 AND 1),
    responds_to    INTEGER REFERENCES claim (id),  -- said by the article
    -- concluded:
    answers        INTEGER REFERENCES claim (id),  -- a claim of another article
    allegation     INTEGER REFERENCES allegation (id),
    origin_name    TEXT,
    origin_kind    TEXT CHECK (origin_kind IN ('outlet', 'document', 'speaker', 'article')),
    origin_article INTEGER REFERENCES article (id),
    origins        INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX claim_by_article ON claim (article, position);
CREATE INDEX claim_by_allegation ON claim (allegation);
CREATE INDEX claim_by_responds_to ON claim (responds_to) WHERE responds_to IS NOT NULL;
CREATE INDEX claim_by_answers ON claim (answers) WHERE answers IS NOT NULL;
CREATE INDEX claim_by_origin_article ON claim (origin_article) WHERE origin_article IS NOT NULL;

CREATE TABLE claim_party (
    claim    INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    role     TEXT NOT NULL CHECK (role IN ('claimant', 'accused', 'via')),
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    begin    INTEGER,
    "end"    INTEGER,
    entity   INTEGER REFERENCES entity (id),  -- NULL: nobody in particular
    PRIMARY KEY (claim, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_party_by_entity ON claim_party (entity, role);

CREATE TABLE claim_conduct (
    claim    INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    conduct  TEXT NOT NULL CHECK (conduct IN ('distillation', 'training-on-outputs',
                 'data-exfiltration', 'unauthorized-data-use', 'scraping', 'unlicensed-training-data',
                 'copyright-infringement', 'terms-of-service-violation',
                 'access-control-circumvention', 'account-fraud', 'piracy',
                 'export-control-violation', 'undisclosed-training-data',
                 'self-identification-as-other-model', 'trade-secret-misappropriation',
                 'likeness-misuse', 'reproduction-in-outputs', 'removal-of-copyright-info',
                 'licence-violation', 'training-data-contamination', 'cost-claim',
                 'enabling-misuse', 'national-security-risk', 'censorship', 'privacy-violation',
                 'evidence-tampering', 'other')),
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
    claim    INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    type     TEXT NOT NULL CHECK (type IN ('stylistic-similarity', 'trace-similarity',
                 'self-identification', 'account-activity', 'statement-without-evidence', 'document',
                 'court-filing', 'reproduction', 'experiment')),
    begin    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL CHECK ("end" >= begin),
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

-- What a revision did to its article's claims.
CREATE TABLE claim_change (
    article  INTEGER NOT NULL REFERENCES article (id),
    revision INTEGER NOT NULL,
    claim    INTEGER NOT NULL REFERENCES claim (id),
    what     TEXT NOT NULL CHECK (what IN ('added', 'removed', 'changed')),
    slots    TEXT NOT NULL DEFAULT '',  -- of "changed": names, separated by spaces
    PRIMARY KEY (article, revision, claim, what)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_change_by_claim ON claim_change (claim);

CREATE TABLE claim_topic (
    claim      INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    topic      TEXT NOT NULL,
    is_primary INTEGER NOT NULL,
    PRIMARY KEY (claim, topic)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_topic_by_topic ON claim_topic (topic);

-- Topics whose claims came, went or changed since they were last concluded.
CREATE TABLE topic_to_redo (topic TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- ── disputes ──

CREATE TABLE dispute (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    key      TEXT NOT NULL UNIQUE,
    topic    TEXT NOT NULL,
    name     TEXT NOT NULL,
    parties  TEXT NOT NULL,  -- one a line, the accusing side first
    conduct  TEXT NOT NULL,  -- codes, one a line
    state    TEXT NOT NULL CHECK (state IN ('alleged', 'under-investigation', 'answered', 'denied',
                 'in-court', 'ruled', 'settled', 'withdrawn')),
    articles INTEGER NOT NULL,
    origins  INTEGER NOT NULL,
    last_day TEXT NOT NULL,
    retired  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX dispute_by_topic ON dispute (topic);
CREATE INDEX dispute_by_size ON dispute (articles DESC, last_day DESC, id) WHERE retired = 0;

CREATE TABLE dispute_claim (
    dispute INTEGER NOT NULL REFERENCES dispute (id),
    claim   INTEGER NOT NULL REFERENCES claim (id),
    PRIMARY KEY (dispute, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX dispute_claim_by_claim ON dispute_claim (claim);

CREATE TABLE event (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    dispute    INTEGER NOT NULL REFERENCES dispute (id),
    date       TEXT NOT NULL,  -- EDTF
    first_day  TEXT NOT NULL,
    date_basis TEXT NOT NULL CHECK (date_basis IN ('happened', 'said', 'published')),
    kind       TEXT NOT NULL CHECK (kind IN ('accusation', 'evidence', 'investigation', 'denial',
                   'response', 'admission', 'countermeasure', 'policy', 'filing', 'ruling',
                   'settlement', 'withdrawal', 'background')),
    claimant   TEXT NOT NULL,  -- one a line
    accused    TEXT NOT NULL,
    conduct    TEXT NOT NULL,  -- codes, one a line
    origins    INTEGER NOT NULL,
    retired    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX event_by_dispute ON event (dispute, first_day);

CREATE TABLE event_claim (
    event    INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    claim    INTEGER NOT NULL REFERENCES claim (id),
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_claim_by_claim ON event_claim (claim);

-- ── people's decisions, and what is to be derived again ──

CREATE TABLE correction (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    editor  TEXT NOT NULL,
    what    TEXT NOT NULL,   -- "merge-entities", "wrong-speaker", …
    subject TEXT NOT NULL,   -- id it is about
    value   TEXT NOT NULL,   -- JSON
    reason  TEXT,
    undone  INTEGER          -- when
) STRICT;
CREATE INDEX correction_by_subject ON correction (subject);

CREATE TABLE change (
    seq  INTEGER PRIMARY KEY AUTOINCREMENT,
    what TEXT NOT NULL CHECK (what IN ('article', 'claim', 'entity', 'dispute')),
    id   INTEGER NOT NULL
) STRICT;
