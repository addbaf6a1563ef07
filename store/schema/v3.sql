-- Schema 3: articles that copy one another are found by the bands of their sketches; credits lead
-- to articles.
CREATE TABLE sketch_band (
    band    INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article (id),
    PRIMARY KEY (band, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX sketch_band_by_article ON sketch_band (article);

-- Where a credit leads: an article of the credited outlet that tells of the same, by topic.
CREATE TABLE credit_source (
    topic   TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (id),
    outlet  TEXT NOT NULL,
    source  INTEGER NOT NULL REFERENCES article (id),
    PRIMARY KEY (topic, article, outlet)
) STRICT, WITHOUT ROWID;
CREATE INDEX credit_source_by_article ON credit_source (article, outlet);
