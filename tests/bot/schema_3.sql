CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE TABLE "briefs" (
   "id" TEXT PRIMARY KEY,
   "team" TEXT NOT NULL,
   "channel" TEXT NOT NULL,
   "user" TEXT,
   "ts" TEXT,
   "audience" TEXT NOT NULL,
   "at" TEXT NOT NULL,
   "url" TEXT NOT NULL,
   "title" TEXT,
   "outlet" TEXT,
   "published" TEXT,
   "digest" TEXT,
   "brief" TEXT NOT NULL
);
CREATE TABLE "articles" (
   "team" TEXT,
   "channel" TEXT,
   "key" TEXT,
   "brief" TEXT REFERENCES "briefs"("id"),
   PRIMARY KEY ("team", "channel", "key")
);
CREATE TABLE "statements" (
   "id" INTEGER PRIMARY KEY,
   "brief" TEXT REFERENCES "briefs"("id"),
   "source" TEXT,
   "role" TEXT,
   "cue" TEXT,
   "kind" TEXT,
   "text" TEXT,
   "via" TEXT,
   "post" TEXT,
   "start" INTEGER,
   "end" INTEGER
);
CREATE VIRTUAL TABLE "statements_fts" USING FTS5 (
    "source", "role", "text",
    tokenize='porter',
    content="statements"
);
CREATE TABLE "figures" (
   "id" INTEGER PRIMARY KEY,
   "brief" TEXT REFERENCES "briefs"("id"),
   "surface" TEXT,
   "value" REAL,
   "low" REAL,
   "high" REAL,
   "modifier" TEXT,
   "unit" TEXT,
   "concept" TEXT,
   "source" TEXT,
   "start" INTEGER,
   "end" INTEGER
);
CREATE VIRTUAL TABLE "figures_fts" USING FTS5 (
    "surface", "concept", "source",
    tokenize='porter',
    content="figures"
);
CREATE TABLE "posts" (
   "key" TEXT PRIMARY KEY,
   "channel" TEXT NOT NULL,
   "began" TEXT,
   "ts" TEXT
);
CREATE TABLE "channels" (
   "team" TEXT,
   "channel" TEXT,
   "digest_at" TEXT,
   "zone" TEXT,
   "days" TEXT,
   "digest_on" INTEGER,
   "since" TEXT,
   PRIMARY KEY ("team", "channel")
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX "idx_briefs_team_channel_digest_at"
    ON "briefs" ("team", "channel", "digest", "at");
CREATE INDEX "idx_statements_brief"
    ON "statements" ("brief");
CREATE INDEX "idx_figures_brief"
    ON "figures" ("brief");
CREATE TRIGGER "statements_ai" AFTER INSERT ON "statements" BEGIN
  INSERT INTO "statements_fts" (rowid, "source", "role", "text") VALUES (new.rowid, new."source", new."role", new."text");
END;
CREATE TRIGGER "statements_ad" AFTER DELETE ON "statements" BEGIN
  INSERT INTO "statements_fts" ("statements_fts", rowid, "source", "role", "text") VALUES('delete', old.rowid, old."source", old."role", old."text");
END;
CREATE TRIGGER "statements_au" AFTER UPDATE ON "statements" BEGIN
  INSERT INTO "statements_fts" ("statements_fts", rowid, "source", "role", "text") VALUES('delete', old.rowid, old."source", old."role", old."text");
  INSERT INTO "statements_fts" (rowid, "source", "role", "text") VALUES (new.rowid, new."source", new."role", new."text");
END;
CREATE TRIGGER "figures_ai" AFTER INSERT ON "figures" BEGIN
  INSERT INTO "figures_fts" (rowid, "surface", "concept", "source") VALUES (new.rowid, new."surface", new."concept", new."source");
END;
CREATE TRIGGER "figures_ad" AFTER DELETE ON "figures" BEGIN
  INSERT INTO "figures_fts" ("figures_fts", rowid, "surface", "concept", "source") VALUES('delete', old.rowid, old."surface", old."concept", old."source");
END;
CREATE TRIGGER "figures_au" AFTER UPDATE ON "figures" BEGIN
  INSERT INTO "figures_fts" ("figures_fts", rowid, "surface", "concept", "source") VALUES('delete', old.rowid, old."surface", old."concept", old."source");
  INSERT INTO "figures_fts" (rowid, "surface", "concept", "source") VALUES (new.rowid, new."surface", new."concept", new."source");
END;
INSERT INTO [_sqlite_migrations] VALUES (1,'nutgraf','m001_briefs','2026-11-25 04:51:09.673624+00:00');
INSERT INTO [_sqlite_migrations] VALUES (2,'nutgraf','m002_lines','2026-11-25 04:51:09.700001+00:00');
INSERT INTO [_sqlite_migrations] VALUES (3,'nutgraf','m003_slack','2026-11-25 04:51:09.700847+00:00');
INSERT INTO [briefs] VALUES ('b1','T1','C1','U1','1.5','channel','2026-03-02T09:00:00+00:00','https://courier.example/dam/b1','Story at https://courier.example/dam/b1','The Courier',NULL,NULL,'{"articles": [{"url": "https://courier.example/dam/b1", "canonical_url": "https://courier.example/dam/b1", "title": "Story at https://courier.example/dam/b1", "outlet": "The Courier", "byline": [], "published": null, "modified": null, "language": null, "agency": null, "text": "The dam will hold, the engineer said.", "posts": [], "paywalled": false, "dropped": {"duplicate_sentences": 0, "boilerplate_lines": 0}, "section": null, "standfirst": null, "dateline": null, "subheads": [], "entries": [], "notes": [], "captions": [], "tables": []}], "article": {"url": "https://courier.example/dam/b1", "canonical_url": "https://courier.example/dam/b1", "title": "Story at https://courier.example/dam/b1", "outlet": "The Courier", "byline": [], "published": null, "modified": null, "language": null, "agency": null, "text": "The dam will hold, the engineer said.", "posts": [], "paywalled": false, "dropped": {"duplicate_sentences": 0, "boilerplate_lines": 0}, "section": null, "standfirst": null, "dateline": null, "subheads": [], "entries": [], "notes": [], "captions": [], "tables": []}, "lead": [], "bullets": [{"source": {"name": "Ada Rook", "role": "engineer"}, "cue": "said", "kind": "indirect", "text": "The dam will hold", "via": null, "post": null, "evidence": [{"url": "https://courier.example/dam/b1", "start": 0, "end": 17}]}], "figures": [], "differ": [], "opposed": [], "dropped": {"duplicate_sentences": 0, "boilerplate_lines": 0}}');
INSERT INTO [articles] VALUES ('T1','C1','https://courier.example/dam/b1','b1');
INSERT INTO [statements] VALUES (1,'b1','Ada Rook','engineer','said','indirect','The dam will hold',NULL,NULL,0,17);
INSERT INTO [posts] VALUES ('b1','C1','2026-03-02T09:00:01+00:00','1.6');
INSERT INTO [channels] VALUES ('T1','C1','07:30','UTC','01234',1,NULL);
