BEGIN TRANSACTION;
CREATE TABLE alias (
    folded TEXT PRIMARY KEY,
    name   TEXT NOT NULL,
    entity INTEGER NOT NULL REFERENCES entity (id)
) STRICT, WITHOUT ROWID;
INSERT INTO "alias" VALUES('parallax labs','Parallax Labs',2);
INSERT INTO "alias" VALUES('quillmark','Quillmark',1);
INSERT INTO "alias" VALUES('the ledger','The Ledger',3);
CREATE TABLE allegation (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    topic   TEXT NOT NULL,
    retired INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "allegation" VALUES(1,'parallax labs|distillation',0);
INSERT INTO "allegation" VALUES(2,'parallax labs|distillation',0);
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
INSERT INTO "article" VALUES(1,'url http://www.ledger.example/2026/06/heron',NULL,'http://www.ledger.example/2026/06/heron',NULL,1,'Title of http://www.ledger.example/2026/06/heron','2026-06-10T09:00:00+02:00',1781481600,1,'ok',NULL);
INSERT INTO "article" VALUES(2,'url http://fathom.example/heron',NULL,'http://fathom.example/heron',NULL,2,'Title of http://fathom.example/heron','2026-06-11',1781481600,1,'ok',NULL);
CREATE TABLE article_url (
    url     TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id)
) STRICT, WITHOUT ROWID;
INSERT INTO "article_url" VALUES('http://www.ledger.example/2026/06/heron',1);
INSERT INTO "article_url" VALUES('http://fathom.example/heron',2);
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
CREATE TABLE change (
    seq  INTEGER PRIMARY KEY AUTOINCREMENT,
    what TEXT NOT NULL CHECK (what IN ('article', 'claim', 'entity', 'dispute')),
    id   INTEGER NOT NULL
) STRICT;
INSERT INTO "change" VALUES(1,'entity',1);
INSERT INTO "change" VALUES(2,'entity',2);
INSERT INTO "change" VALUES(3,'article',1);
INSERT INTO "change" VALUES(4,'entity',3);
INSERT INTO "change" VALUES(5,'article',2);
INSERT INTO "change" VALUES(6,'dispute',1);
INSERT INTO "change" VALUES(7,'claim',1);
INSERT INTO "change" VALUES(8,'claim',2);
INSERT INTO "change" VALUES(9,'claim',3);
CREATE TABLE citation (
    article  INTEGER NOT NULL REFERENCES article (id),
    position INTEGER NOT NULL,
    outlet   TEXT NOT NULL,
    url      TEXT,
    begin    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL CHECK ("end" >= begin),
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "claim" VALUES(1,1,NULL,0,'accusation','Quillmark accused Parallax Labs of distilling its Heron model.',0,62,NULL,NULL,'alleged',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,'The Ledger','outlet',1,1);
INSERT INTO "claim" VALUES(2,1,NULL,1,'denial','Parallax Labs denied the allegation.',63,99,NULL,NULL,'asserted',NULL,NULL,NULL,NULL,NULL,1,NULL,2,'The Ledger','outlet',1,1);
INSERT INTO "claim" VALUES(3,2,NULL,0,'accusation','According to The Ledger, Quillmark has accused Parallax Labs of distillation.',0,77,NULL,NULL,'asserted',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,'The Ledger','outlet',1,1);
CREATE TABLE claim_change (
    article  INTEGER NOT NULL REFERENCES article (id),
    revision INTEGER NOT NULL,
    claim    INTEGER NOT NULL REFERENCES claim (id),
    what     TEXT NOT NULL CHECK (what IN ('added', 'removed', 'changed')),
    slots    TEXT NOT NULL DEFAULT '',  -- of "changed": names, separated by spaces
    PRIMARY KEY (article, revision, claim, what)
) STRICT, WITHOUT ROWID;
INSERT INTO "claim_change" VALUES(1,1,1,'added','');
INSERT INTO "claim_change" VALUES(1,1,2,'added','');
INSERT INTO "claim_change" VALUES(2,1,3,'added','');
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
INSERT INTO "claim_conduct" VALUES(1,0,'distillation');
INSERT INTO "claim_conduct" VALUES(2,0,'distillation');
INSERT INTO "claim_conduct" VALUES(3,0,'distillation');
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
INSERT INTO "claim_party" VALUES(1,'accused',0,'Parallax Labs',NULL,NULL,2);
INSERT INTO "claim_party" VALUES(1,'claimant',0,'Quillmark',NULL,NULL,1);
INSERT INTO "claim_party" VALUES(2,'accused',0,'Parallax Labs',NULL,NULL,2);
INSERT INTO "claim_party" VALUES(2,'claimant',0,'Parallax Labs',NULL,NULL,2);
INSERT INTO "claim_party" VALUES(3,'accused',0,'Parallax Labs',NULL,NULL,2);
INSERT INTO "claim_party" VALUES(3,'claimant',0,'Quillmark',NULL,NULL,1);
INSERT INTO "claim_party" VALUES(3,'via',0,'The Ledger',NULL,NULL,3);
CREATE TABLE claim_topic (
    claim      INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    topic      TEXT NOT NULL,
    is_primary INTEGER NOT NULL,
    PRIMARY KEY (claim, topic)
) STRICT, WITHOUT ROWID;
INSERT INTO "claim_topic" VALUES(1,'parallax labs|distillation',1);
INSERT INTO "claim_topic" VALUES(2,'parallax labs|distillation',1);
INSERT INTO "claim_topic" VALUES(3,'parallax labs|distillation',1);
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
INSERT INTO "dispute" VALUES(1,'quillmark|parallax labs|distillation','parallax labs|distillation','Quillmark – Parallax Labs: distillation','Quillmark
Parallax Labs
','distillation
','denied',2,1,'2026-06-10',0);
CREATE TABLE dispute_claim (
    dispute INTEGER NOT NULL REFERENCES dispute (id),
    claim   INTEGER NOT NULL REFERENCES claim (id),
    PRIMARY KEY (dispute, claim)
) STRICT, WITHOUT ROWID;
INSERT INTO "dispute_claim" VALUES(1,1);
INSERT INTO "dispute_claim" VALUES(1,2);
INSERT INTO "dispute_claim" VALUES(1,3);
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
INSERT INTO "entity" VALUES(1,'Quillmark','organisation',NULL,NULL,NULL,NULL);
INSERT INTO "entity" VALUES(2,'Parallax Labs','organisation',NULL,NULL,NULL,NULL);
INSERT INTO "entity" VALUES(3,'The Ledger','outlet',NULL,NULL,NULL,NULL);
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
INSERT INTO "event" VALUES(1,1,'2026-06-10','2026-06-10','published','accusation','Quillmark
','Parallax Labs
','distillation
',1,0);
INSERT INTO "event" VALUES(2,1,'2026-06-10','2026-06-10','published','denial','Parallax Labs
','Parallax Labs
','distillation
',1,0);
CREATE TABLE event_claim (
    event    INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    claim    INTEGER NOT NULL REFERENCES claim (id),
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "event_claim" VALUES(1,0,1);
INSERT INTO "event_claim" VALUES(2,0,2);
INSERT INTO "event_claim" VALUES(1,1,3);
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
INSERT INTO "frontier" VALUES('http://www.ledger.example/next',NULL,1781222400,NULL,NULL,NULL,0,NULL,NULL,NULL);
CREATE TABLE mention (
    article INTEGER NOT NULL REFERENCES article (id),
    begin   INTEGER NOT NULL,
    "end"   INTEGER NOT NULL CHECK ("end" > begin),
    entity  INTEGER NOT NULL REFERENCES entity (id),
    PRIMARY KEY (article, begin, "end", entity)
) STRICT, WITHOUT ROWID;
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('uuid','a40acb7a-bfac-45c8-8c5a-cb8cef0097e4');
CREATE TABLE outlet (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    domain TEXT UNIQUE,
    name   TEXT
) STRICT;
INSERT INTO "outlet" VALUES(1,'ledger.example','The Ledger');
INSERT INTO "outlet" VALUES(2,'fathom.example','The Fathom');
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
INSERT INTO "revision" VALUES(1,1,1781481600,NULL,'1','Title of http://www.ledger.example/2026/06/heron','','The Ledger','2026-06-10T09:00:00+02:00',NULL,'en','Quillmark accused Parallax Labs of distilling its Heron model.
Parallax Labs denied the allegation.','paragraph 0 99
','',0);
INSERT INTO "revision" VALUES(2,1,1781481600,NULL,'1','Title of http://fathom.example/heron','','The Fathom','2026-06-11',NULL,'en','According to The Ledger, Quillmark has accused Parallax Labs of distillation.','paragraph 0 77
','',0);
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
INSERT INTO "source" VALUES(1,'http://www.ledger.example/feed.xml','feed',NULL,900,1,NULL,NULL,NULL,NULL,1781222400,NULL,0);
CREATE TABLE topic_to_redo (topic TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE INDEX outlet_by_name ON outlet (name) WHERE domain IS NULL;
CREATE INDEX source_by_due ON source (next_due) WHERE active = 1;
CREATE INDEX frontier_by_due ON frontier (due) WHERE due IS NOT NULL;
CREATE INDEX fetch_log_of_failures ON fetch_log (id) WHERE problem IS NOT NULL;
CREATE INDEX fetch_log_by_run ON fetch_log (run);
CREATE INDEX capture_by_url ON capture (url);
CREATE INDEX article_by_outlet ON article (outlet);
CREATE INDEX article_by_duplicate ON article (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX article_url_by_article ON article_url (article);
CREATE INDEX revision_by_capture ON revision (capture);
CREATE INDEX alias_by_entity ON alias (entity);
CREATE INDEX mention_by_entity ON mention (entity, article);
CREATE INDEX allegation_by_topic ON allegation (topic);
CREATE INDEX claim_by_article ON claim (article, position);
CREATE INDEX claim_by_allegation ON claim (allegation);
CREATE INDEX claim_by_responds_to ON claim (responds_to) WHERE responds_to IS NOT NULL;
CREATE INDEX claim_by_answers ON claim (answers) WHERE answers IS NOT NULL;
CREATE INDEX claim_by_origin_article ON claim (origin_article) WHERE origin_article IS NOT NULL;
CREATE INDEX claim_party_by_entity ON claim_party (entity, role);
CREATE INDEX claim_change_by_claim ON claim_change (claim);
CREATE INDEX claim_topic_by_topic ON claim_topic (topic);
CREATE INDEX dispute_by_topic ON dispute (topic);
CREATE INDEX dispute_by_size ON dispute (articles DESC, last_day DESC, id) WHERE retired = 0;
CREATE INDEX dispute_claim_by_claim ON dispute_claim (claim);
CREATE INDEX event_by_dispute ON event (dispute, first_day);
CREATE INDEX event_claim_by_claim ON event_claim (claim);
CREATE INDEX correction_by_subject ON correction (subject);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('outlet',2);
INSERT INTO "sqlite_sequence" VALUES('article',2);
INSERT INTO "sqlite_sequence" VALUES('claim',3);
INSERT INTO "sqlite_sequence" VALUES('entity',3);
INSERT INTO "sqlite_sequence" VALUES('change',9);
INSERT INTO "sqlite_sequence" VALUES('allegation',2);
INSERT INTO "sqlite_sequence" VALUES('dispute',1);
INSERT INTO "sqlite_sequence" VALUES('event',2);
INSERT INTO "sqlite_sequence" VALUES('source',1);
COMMIT;
PRAGMA user_version = 1;
