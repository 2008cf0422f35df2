"""What the migration `open_archive` makes of the briefs that were filed before it: articles, and whose each line is."""

from __future__ import annotations

from bot.sqlite_tables import Database


def open_what_was_filed(db: Database) -> None:
    """Fill the new tables and columns from the briefs of before."""
    db.execute(
        """
        insert into articles (
            brief, url, canonical_url, outlet, title, byline, published, published_as_written, language, agency, paywalled, text
        )
        select b.id, json_extract(a.value, '$.url'), coalesce(nullif(json_extract(a.value, '$.canonical_url'), ''), json_extract(a.value, '$.url')),
            json_extract(a.value, '$.outlet'), json_extract(a.value, '$.title'),
            (select group_concat(value, ', ') from json_each(a.value, '$.byline')),
            case when json_extract(a.value, '$.published') glob '*[+-][0-9][0-9]:[0-9][0-9]'
                then strftime('%Y-%m-%dT%H:%M:%SZ', json_extract(a.value, '$.published')) end,
            json_extract(a.value, '$.published'), json_extract(a.value, '$.language'), json_extract(a.value, '$.agency'),
            coalesce(json_extract(a.value, '$.paywalled'), 0), json_extract(a.value, '$.text')
        from briefs b, json_each(b.brief, '$.articles') a order by b.at, b.id, a.key
        """
    )
    db.execute(
        """
        create temporary table proofs as
        select b.id as brief, json_extract(line.value, '$.evidence[0].url') as url,
            json_extract(line.value, '$.evidence[0].start') as start, json_extract(line.value, '$.evidence[0].end') as end,
            part.key = 'figures' as shown, coalesce(json_extract(line.value, '$.denied'), 0) as denied
        from briefs b, json_each(b.brief) part, json_each(part.value) line
        where part.key in ('bullets', 'more', 'figures', 'more_figures')
        """
    )
    db.execute("create index temp.proofs_of on proofs (brief, start)")
    for table in ("statements", "figures"):
        db.execute(
            f"""
            update {table} set article = coalesce(
                (select a.id from proofs p join articles a on a.brief = p.brief and p.url in (a.url, a.canonical_url)
                 where p.brief = {table}.brief and p.start = {table}.start limit 1),
                (select min(a.id) from articles a where a.brief = {table}.brief))
            """  # noqa: S608  # our own tables
        )
        db.execute(
            f"update {table} set outlet = (select outlet from articles a where a.id = {table}.article)"  # noqa: S608  # ours
        )
    db.execute(
        """
        update figures set label = nullif(concept, ''),
            shown = exists (
                select 1 from proofs p where p.brief = figures.brief and p.start = figures.start and p.shown),
            polarity = case when exists (
                select 1 from proofs p where p.brief = figures.brief and p.start = figures.start and p.denied)
                then 'denied' else 'stated' end
        """
    )
    db.execute("drop table temp.proofs")
