"""From statements and figures to the bullets of a brief."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from summarizer.article import article_from_text
from summarizer.brief import make_brief
from summarizer.model import Article, Cue, Dropped, Extract, Figure, Post, Source, Span, Statement

URL = "https://a.example/1"


def span(text, part, at=0):
    start = -1
    for _ in range(at + 1):
        start = text.index(part, start + 1)
    return Span(start, start + len(part))


def said(text, source, cue, *content, kind="indirect", name=None, role=None, via=None, line=()):
    who = Source(name or source, source, span(text, source), role) if source else None
    how = Cue(cue, span(text, cue)) if cue else None
    spans = tuple(span(text, part) for part in content)
    return Statement(spans, kind, who, how, via, line=tuple(span(text, part) for part in line))


def printed(brief):
    return [one.line for one in brief.bullets]


def brief_of(text, *statements, **more):
    return make_brief([Article(URL, text, **more)], [Extract(statements, ())])


def shown(brief):
    return [(one.source.name if one.source else None, one.text) for one in brief.bullets]


def test_an_indirect_statement_loses_its_that_and_keeps_its_words():
    """What is shown is the article's wording without the conjunction."""
    text = "Ada Lind said on Friday\nthat the  bridge would\nclose."
    assert shown(brief_of(text, said(text, "Ada Lind", "said", "that the  bridge would\nclose"))) == [
        ("Ada Lind", "the bridge would close")
    ]


def test_a_broken_quotation_is_shown_whole_in_its_marks():
    """Both parts of an interrupted quotation are shown, each in its own quotation marks, with dots for its credit."""
    text = "“The hull is dry,” Ada Lind said. “We go on.”"
    statement = said(text, "Ada Lind", "said", "“The hull is dry,”", "“We go on.”", kind="direct")
    assert shown(brief_of(text, statement)) == [("Ada Lind", "“The hull is dry” … “We go on.”")]


def test_what_somebody_says_twice_in_one_breath_is_shown_once():
    """Around one credit; the same words in another statement are another matter."""
    text = "“Tell me who you are,” Ada Lind said. “Tell me who you are.”"
    statement = said(
        text, "Ada Lind", "said", "“Tell me who you are,”", "“Tell me who you are.”", kind="direct"
    )
    assert shown(brief_of(text, statement)) == [("Ada Lind", "“Tell me who you are”")]


def test_quotation_marks_left_outside_the_content_are_brought_in():
    """A content that stops short of its marks is shown with them."""
    text = "“The hull of the ship is dry,” Ada Lind said."
    statement = said(text, "Ada Lind", "said", "The hull of the ship is dry,", kind="direct")
    assert shown(brief_of(text, statement)) == [("Ada Lind", "“The hull of the ship is dry”")]


def test_parts_with_other_matter_between_are_joined_by_dots():
    """Words left out between two parts are marked."""
    text = (
        "The tunnel, Ada Lind said while the crowd outside "
        + "went on shouting " * 9
        + "at the gate, would close."
    )
    statement = said(text, "Ada Lind", "said", "The tunnel", "would close")
    assert shown(brief_of(text, statement)) == [("Ada Lind", "The tunnel … would close")]


def test_halves_of_one_thought_are_one_bullet():
    """A denial and its reasons in one sentence are told in one line, with the words between them."""
    text = (
        "Altland swiftly denied the accusations, calling them “totally unfounded” and warning against haste."
    )
    parts = (
        said(text, "Altland", "denied", "the accusations"),
        said(text, "Altland", "calling", "them “totally unfounded”", kind="mixed"),
        said(text, "Altland", "warning", "against haste"),
    )
    brief = brief_of(text, *parts)
    assert shown(brief) == [
        ("Altland", "the accusations, calling them “totally unfounded” and warning against haste")
    ]
    assert (brief.bullets[0].cue, brief.bullets[0].kind) == ("denied", "mixed")


def test_what_a_clause_beside_the_name_tells_is_no_half_of_what_follows():
    """ "Who did not reply" ends before "has denied": joined they would have no joint."""
    text = "Lind, who did not respond to a request, has denied that he wrote it."
    parts = (
        said(text, "Lind", "did not respond", "to a request"),
        said(text, "Lind", "denied", "that he wrote it"),
    )
    assert len(shown(brief_of(text, *parts))) == 2


def test_a_bullet_does_not_hold_its_own_credit():
    """What stands on both sides of “said Ada Lind” is two lines: neither repeats who said it."""
    text = "“The hull of the old ship is quite dry,” said Ada Lind, warning Bo to “mind the gap.”"
    brief = brief_of(
        text,
        said(text, "Ada Lind", "said", "“The hull of the old ship is quite dry,”", kind="direct"),
        said(text, "Ada Lind", "warning", "Bo to “mind the gap.”", kind="mixed"),
    )
    assert shown(brief) == [
        ("Ada Lind", "“The hull of the old ship is quite dry”"),
        ("Ada Lind", "Bo to “mind the gap.”"),
    ]


def test_two_full_statements_of_one_sentence_stay_two():
    """Statements that stand on their own are not glued together."""
    text = "Ada Lind said the bridge would close for repairs until June and promised that nobody would lose any money over it."
    brief = brief_of(
        text,
        said(text, "Ada Lind", "said", "the bridge would close for repairs until June"),
        said(text, "Ada Lind", "promised", "that nobody would lose any money over it"),
    )
    assert len(brief.bullets) == 2


def test_a_statement_inside_another_is_not_said_twice():
    """What one source says that another said is told once, by the one whom the article credits with telling it."""
    text = "Ada Lind said harbour officials expressed “surprise” when they read the log."
    brief = brief_of(
        text,
        said(
            text,
            "Ada Lind",
            "said",
            "harbour officials expressed “surprise” when they read the log",
            kind="mixed",
        ),
        said(text, "harbour officials", "expressed", "“surprise”", kind="direct"),
    )
    assert shown(brief) == [("Ada Lind", "harbour officials expressed “surprise” when they read the log")]


def test_an_outlet_that_passes_words_on_becomes_the_via():
    """Who spoke is credited; the outlet that reported it is named beside."""
    text = "The Tarrow Times reported that Ada Lind had called the plan an expensive mistake."
    brief = brief_of(
        text,
        said(text, "The Tarrow Times", "reported", "that Ada Lind had called the plan an expensive mistake"),
        said(text, "Ada Lind", "called", "the plan an expensive mistake"),
    )
    assert shown(brief) == [("Ada Lind", "the plan an expensive mistake")]
    assert brief.bullets[0].via == "The Tarrow Times"
    assert brief.more == ()


def test_an_outlet_that_passes_on_more_than_the_words_keeps_its_statement():
    """What an outlet reports beside somebody's words is found too, and not shown beside them."""
    text = "The Tarrow Times reported that Ada Lind had called the plan a mistake and that the gate was shut."
    all_of_it = "that Ada Lind had called the plan a mistake and that the gate was shut"
    brief = brief_of(
        text,
        said(text, "The Tarrow Times", "reported", all_of_it),
        said(text, "Ada Lind", "called", "the plan a mistake"),
    )
    assert {one.source.name for one in brief.statements} == {"The Tarrow Times", "Ada Lind"}


def test_a_negated_cue_is_shown_with_its_not():
    """Who has not confirmed a thing is never shown as having confirmed it."""
    text = "The port of Tarrow has not yet confirmed the number of missing people."
    brief = brief_of(text, said(text, "The port of Tarrow", "confirmed", "the number of missing people"))
    assert brief.bullets[0].cue == "has not yet confirmed"


def test_an_empty_answer_is_no_bullet_beside_what_was_answered():
    """ "Responding to the claims" tells nothing that the answer does not."""
    text = "Responding to the claims, Ada Lind dismissed the whole report as an invention of the press."
    brief = brief_of(
        text,
        said(text, "Ada Lind", "Responding", "to the claims", line=[text]),
        said(
            text,
            "Ada Lind",
            "dismissed",
            "the whole report as an invention of the press",
            line=["dismissed the whole report as an invention of the press"],
        ),
    )
    assert printed(brief) == ["dismissed the whole report as an invention of the press"]
    assert [one.text for one in brief.more] == ["to the claims"]


def test_a_pronoun_that_nobody_resolved_is_no_name_and_is_not_shown():
    """Words of an unknown "she" are kept without a source, and nobody is shown to have said them."""
    text = (
        "A ferry rolled over in a storm off Skerrin Point late on Tuesday. “The water came in within seconds,” "
        "she said. She said it was cold."
    )
    quotation = said(text, "she", "said", "“The water came in within seconds,”", kind="direct")
    hearsay = said(text, "She", "said", "it was cold", name="She")
    brief = brief_of(text, quotation, hearsay)
    assert brief.bullets == ()
    assert [(one.source, one.text) for one in brief.more] == [
        (None, "“The water came in within seconds”"),
        (None, "it was cold"),
    ]
    assert [line.text for line in brief.lead] == [
        "A ferry rolled over in a storm off Skerrin Point late on Tuesday."
    ]


POST_TEXT = (
    "Harbour master Ada Lind spoke on Tuesday of a very long night for everybody at sea.\n\n"
    "The hull is dry. We go on searching at first light. Thank… pic.example/x\n\nThe port stayed closed."
)


def post_article(name):
    words = "The hull is dry. We go on searching at first light. Thank…"
    post = Post("X", name, "@adalind", "April 9, 2025", words, span(POST_TEXT, words))
    return Article(URL, POST_TEXT, posts=(post,))


@pytest.mark.parametrize(
    "name", ["Ada Lind", "Ada Lind / Ада Линд", "Ada Lind (@adalind)", "Ада Линд | Ada Lind"]
)
def test_a_post_is_a_statement_by_the_owner_of_the_account(name):
    """Its owner's name is cleaned and joined with the same person's role in the article."""
    mention = said(
        POST_TEXT,
        "Harbour master Ada Lind",
        "spoke",
        "of a very long night",
        name="Ada Lind",
        role="Harbour master",
    )
    brief = make_brief([post_article(name)], [Extract((mention,), ())])
    post = brief.bullets[-1]
    assert (post.source.name, post.source.role, post.kind) == ("Ada Lind", "Harbour master", "direct")
    assert (post.text, post.post) == (
        "“The hull is dry. We go on searching at first light.” …",
        "@adalind, April 9, 2025",
    )
    assert post.evidence[0].span == post_article(name).posts[0].span


def test_a_statement_found_inside_a_post_is_the_post():
    """What other rules find in a post's words is not told again."""
    inside = said(POST_TEXT, None, None, "The hull is dry.", kind="direct", via="X")
    brief = make_brief([post_article("Ada Lind")], [Extract((inside,), ())])
    assert len(brief.bullets) == 1


def test_sources_are_grouped_and_the_weightiest_comes_first():
    """The source with more to say, with name and role, at the top; within a source the article's order."""
    text = (
        "A ferry rolled over in a storm off Skerrin Point late on Tuesday. "
        "Some officials said the sea was calm. Ada Lind said the ship left late. Ada Lind warned of a second storm. "
        "One witness said the lights went out at once."
    )
    brief = brief_of(
        text,
        said(text, "Some officials", "said", "the sea was calm"),
        said(text, "Ada Lind", "said", "the ship left late", role="harbour master"),
        said(text, "One witness", "said", "the lights went out at once"),
        said(text, "Ada Lind", "warned", "of a second storm", role="harbour master"),
    )
    assert [name for name, _ in shown(brief)] == ["Ada Lind", "Ada Lind", "Some officials", "One witness"]
    assert [words for name, words in shown(brief) if name == "Ada Lind"] == [
        "the ship left late",
        "of a second storm",
    ]


def test_an_article_with_thirty_statements_shows_twelve_and_keeps_the_others():
    """What is not among the twelve that weigh most is kept, in the article's order."""
    quotations = [f"“We close the {word} gate by night.”" for word in WORDS]
    text = "\n".join(
        f"{words} said Person Number{at}. It rained on all the roads of the valley and nobody went out."
        for at, words in enumerate(quotations)
    )
    found = [
        said(text, f"Person Number{at}", "said", words, kind="direct") for at, words in enumerate(quotations)
    ]
    brief = make_brief([Article(URL, text)], [Extract(tuple(found), ())])
    assert len(brief.bullets) == 12
    assert [one.text for one in brief.more] == [words for words in quotations if words not in printed(brief)]


WORDS = """alder ash aspen beech birch cedar cherry chestnut cypress dogwood elder elm fir hawthorn hazel hemlock hickory
holly juniper larch laurel lime linden maple oak olive pine plane poplar rowan""".split()


def test_the_lead_is_the_articles_first_sentence_without_its_dateline():
    """The lead tells what happened, in the article's own words."""
    text = "TARROW, Caldria (AP) — A ferry rolled over in a storm off Skerrin Point late on Tuesday.\nSix people died."
    assert [line.text for line in brief_of(text).lead] == [
        "A ferry rolled over in a storm off Skerrin Point late on Tuesday."
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "TARROW (AP) — ",
        "TARROW, Caldria (AP) — ",
        "TARROW, Upper Karrow (CNA) — ",
        "TARROW, June 3 — ",
        "TARROW ― ",
        "Tarrow, Caldria (CNA) – ",
        "(AP) — ",
    ],
)
def test_a_dateline_is_no_part_of_the_lead(dateline):
    """A place may have a name of several words."""
    news = "A ferry rolled over in a storm off Skerrin Point late on Tuesday."
    assert [line.text for line in brief_of(dateline + news).lead] == [news]


HEADLINE = "Ferry rolls over in a storm off Skerrin Point."
FULLER = "A ferry with forty people on board rolled over in a storm off Skerrin Point on Tuesday, and six of them died."
SCENE = "On a mild winter day the harbour master of Tarrow had good reason to sit in the sun and think of nothing."
BELOW = (
    "The ferry had left Tarrow at noon.",
    "It carried salt and twelve cows.",
    "Nobody was missing by the evening.",
)


@pytest.mark.parametrize(
    "top",
    [
        (HEADLINE, FULLER),
        (HEADLINE, "Harbour master seeks answers as the wind drops.", FULLER),
        (HEADLINE, "ABSTRACT.", "Six people died off Skerrin Point.", "FULL TEXT.", FULLER),
        (HEADLINE, SCENE, FULLER),
        (HEADLINE, "“I heard a bang and ran down to the quay,” Ada Lind said.", FULLER),
    ],
    ids=(
        "below the headline",
        "below a standfirst",
        "below an abstract",
        "below a scene",
        "below a quotation",
    ),
)
def test_a_text_that_begins_with_its_headline_leads_with_the_sentence_that_says_it(top: tuple[str, ...]):
    """A headline, a standfirst and an archive's labels are none of the article's sentences, and a scene is not its news."""
    article = article_from_text("\n\n".join((*top, *BELOW)), URL)
    assert article.title == HEADLINE.removesuffix(".")
    assert [line.text for line in make_brief([article], [Extract((), ())]).lead] == [FULLER]


def test_no_statement_is_read_from_a_pasted_headline():
    """The article says it in full below."""
    headline, below = (
        "Ada Lind: Ferry rotten to the core.",
        "Ada Lind said on Monday that the ferry had been rotten.",
    )
    article = article_from_text("\n\n".join((headline, below, *BELOW)), URL)
    statements = (
        said(article.text, "Ada Lind", ":", "Ferry rotten to the core"),
        said(article.text, "Ada Lind", "said", "that the ferry had been rotten"),
    )
    brief = make_brief([article], [Extract(statements, ())])
    assert [one.text for one in brief.statements] == ["the ferry had been rotten"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "A school nurse who found a rare mould in the kitchens of Norden has been honoured.",
            "Ada Lind, 44, received the medal of the town from Mayor Bo Ahl on Monday.",
        ),
        (
            "An engine driver was jailed for leaving his train on the line.",
            "Bo Einar Ahl, of Tarrow, had gone to buy a newspaper, the court heard.",
        ),
    ],
    ids=("a nurse", "a driver"),
)
@pytest.mark.parametrize("title", ["Nurse Ada Lind receives medal", "Driver jailed for leaving train"])
def test_whom_the_news_tells_of_is_named_in_the_lead(first: str, second: str, title: str):
    """A first sentence without the name leads together with the one that gives it, whichever of the two says more."""
    brief = brief_of(f"{first}\n\n{second}\n\nNothing else is known of the case.", title=title)
    assert [line.text for line in brief.lead] == [first, second]


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (
            "The mayor of Norden said on Monday that she had never met the owner of the mill.",
            "But a letter of hers thanks him for a dinner in May.",
            True,
        ),
        ("The mill at Norden closes on Friday.", "It has no more grain to grind.", True),
        ("The mill at Norden closes on Friday.", "“It is a sad day,” the miller said.", False),
        (
            "The mill at Norden, which has ground the grain of four villages since the stone bridge of the town was built, closes on Friday.",
            "It stands on the left bank of the river.",
            False,
        ),
    ],
    ids=("a turn", "a short first one", "a quotation", "a long first one"),
)
def test_a_second_sentence_leads_only_where_it_completes_the_first(
    first: str, second: str, *, together: bool
):
    """What turns the first round belongs to the news; what may wait is left to the lines."""
    brief = brief_of(f"{first} {second}\n\nThe owner lives abroad.", title="Mill closes")
    assert [line.text for line in brief.lead] == ([first, second] if together else [first])


def test_the_lead_leans_on_nothing():
    """A sentence whose "they" nobody has introduced does not open a brief, nor does it follow another."""
    text = (
        "Their boat was old and nobody had looked at it for years. A ferry rolled over in a storm off Skerrin Point. "
        "He had been warned three times of the weather.\nSix people died."
    )
    assert [line.text for line in brief_of(text).lead] == [
        "A ferry rolled over in a storm off Skerrin Point."
    ]


def test_a_caption_does_not_lead():
    """The words below a picture are not the news."""
    text = (
        "The ferry lies on its side in the harbour of Tarrow (AP Photo/Ada Bell).\n"
        "A ferry rolled over in a storm off Skerrin Point late on Tuesday."
    )
    assert [line.text for line in brief_of(text).lead] == [
        "A ferry rolled over in a storm off Skerrin Point late on Tuesday."
    ]


def test_the_lead_does_not_repeat_a_statement():
    """An opening that is all statement is left to the bullets when the article goes on with what happened."""
    opening = "The whole harbour was warned of the coming storm many hours before, Ada Lind said."
    text = opening + "\nA ferry rolled over in a storm off Skerrin Point late on Tuesday evening."
    brief = brief_of(
        text,
        said(text, "Ada Lind", "said", "The whole harbour was warned of the coming storm many hours before"),
    )
    assert [line.text for line in brief.lead] == [
        "A ferry rolled over in a storm off Skerrin Point late on Tuesday evening."
    ]


@pytest.mark.parametrize("who", ["police", "the Norden fire service", "prosecutors"])
def test_what_an_article_opens_with_on_a_bodys_word_is_the_lead_and_no_bullet(who):
    """It is the news, and is said once."""
    what = "Three boys in a rowing boat pulled a calf out of the mill race at Norden on Sunday"
    text = f"{what}, {who} said.\n\nThey had tied a rope to its horns. Bo Ahl said that the calf was his."
    brief = brief_of(
        text, said(text, who, "said", what), said(text, "Bo Ahl", "said", "that the calf was his")
    )
    assert brief.lead[0].text == f"{what}, {who} said."
    assert shown(brief) == [("Bo Ahl", "the calf was his")]


def test_one_story_of_two_outlets_tells_each_thing_once():
    """Statements of two articles are merged, with both as evidence; the names are unified."""
    one = "Harbour master Ada Lind said the hull was dry and divers would go on."
    two = "“The hull is dry and divers go on,” Lind said."
    extracts = [
        Extract(
            (
                said(
                    one,
                    "Harbour master Ada Lind",
                    "said",
                    "the hull was dry and divers would go on",
                    name="Ada Lind",
                ),
            ),
            (),
        ),
        Extract((said(two, "Lind", "said", "“The hull is dry and divers go on,”", kind="direct"),), ()),
    ]
    articles = [
        Article(URL, one, dropped=Dropped(1, 2)),
        Article("https://b.example/1", two, dropped=Dropped(0, 3)),
    ]
    brief = make_brief(articles, extracts)
    assert {one.source.name for one in brief.bullets} == {"Ada Lind"}
    assert brief.dropped == Dropped(1, 5)


def test_every_quoted_word_stands_in_the_evidence():
    """What is in quotation marks in a bullet is in the characters that its evidence names."""
    text = "Ada Lind called the log “a work of fiction” and said “the sea\n  does not lie,” as she left the inquiry."
    brief = brief_of(
        text,
        said(text, "Ada Lind", "called", "the log “a work of fiction”", kind="mixed"),
        said(text, "Ada Lind", "said", "“the sea\n  does not lie,”", kind="direct"),
    )
    for one in brief.bullets:
        proofs = re.sub(r"\s+", " ", " ".join(proof.span.of(text) for proof in one.evidence))
        assert all(words.rstrip(".,") in proofs for words in re.findall(r"“([^”]+)”", one.text + one.line))


def test_articles_and_extracts_must_match():
    """A brief of nothing, or of articles that nobody read, is refused."""
    with pytest.raises(ValueError, match="0 articles"):
        make_brief([], [])
    with pytest.raises(ValueError, match="1 articles and 0 extracts"):
        make_brief([Article(URL, "A text.")], [])


def test_a_toll_that_a_later_page_has_overtaken_is_no_bullet_and_no_key_figure():
    """It stands where the update is told, and among what is not shown."""
    pages, extracts = [], []
    for hour, toll in ((18, "21"), (10, "9")):
        text = f"At least {toll} miners were killed at Varn, the mine service said. The pit employs many people from Varn."
        figure = Figure(
            span(text, toll), toll, Decimal(toll), modifier="at least", unit="miner", concept="miners killed"
        )
        published = datetime(2026, 3, 2, hour, tzinfo=UTC)
        pages.append(
            Article(f"https://o{toll}.example/1", text, title=f"{toll} dead at Varn", published=published)
        )
        what = f"At least {toll} miners were killed at Varn"
        extracts.append(Extract((said(text, "the mine service", "said", what),), (figure,)))
    brief = make_brief(pages, extracts)
    assert [one.kind for one in brief.differ] == ["update"]
    assert not any("9 miners" in one.text for one in brief.bullets)
    assert any("9 miners" in one.text for one in brief.more)
    assert [key.figure.surface for key in brief.figures] in ([], ["21"])
