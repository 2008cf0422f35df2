"""One article, one address."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.address.links import canonical_url, is_home_page, lookup_key, same_site
from summarizer.errors import MalformedUrl
from tests.examples import examples

PLAIN = "https://news.example.com/2026/story?id=7"

CANONICAL = (
    ("https://News.Example.com:443/2026/story?id=7&utm_source=x&fbclid=1#top", PLAIN),
    ("https://news.example.com/2026/story?gclid=9&id=7", PLAIN),
    ("https://reader:secret@news.example.com/2026/story?id=7", PLAIN),
    ("https://news.example.com./2026/story?id=7", PLAIN),
    ("news.example.com/2026/story?id=7", PLAIN),
    ("https://news.example.com/a?b=2&a=1", "https://news.example.com/a?a=1&b=2"),
    ("https://news.example.com", "https://news.example.com/"),
    ("https://www.google.com/url?sa=t&q=https%3A%2F%2Fnews.example.com%2F2026%2Fstory%3Fid%3D7&usg=x", PLAIN),
    (
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example.com%2F2026%2Fstory%3Fid%3D7%26fbclid%3Dx&h=y",
        PLAIN,
    ),
    (
        "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fnews.example.com%2F2026%2Fstory%3Fid%3D7&data=05",
        PLAIN,
    ),
    ("https://www.google.com/amp/s/news.example.com/2026/story?id=7", PLAIN),
    ("https://news-example-com.cdn.ampproject.org/c/s/news.example.com/2026/story?id=7", PLAIN),
    ("https://urldefense.proofpoint.com/v2/url?u=https-3A__news.example.com_2026_story-3Fid-3D7&d=x", PLAIN),
    ("https://urldefense.com/v3/__https://news.example.com/2026/story?id=7__;!!x", PLAIN),
    ("https://slack-redir.net/link?url=https%3A%2F%2Fnews.example.com%2F2026%2Fstory%3Fid%3D7", PLAIN),
    (
        "https://news.google.com/rss/articles/CBMiKGh0dHBzOi8vbmV3cy5leGFtcGxlLmNvbS8yMDI2L3N0b3J5P2lkPTfSAQA",
        PLAIN,
    ),
    (
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fnews.example.com%252F2026%252Fstory%253Fid%253D7",
        PLAIN,
    ),
)
SAME_KEY = (
    "http://news.example.com/2026/story?id=7",
    "https://www.news.example.com/2026/story/?id=7",
    "https://m.news.example.com/2026/story?id=7",
    "https://amp.news.example.com/2026/story/amp/?id=7",
    "https://news.example.com/2026/story?id=7&outputType=amp",
    "https://web.archive.org/web/20260301120000/https://news.example.com/2026/story?id=7",
)
DIFFERENT = (
    "https://news.example.com/2026/story?id=8",
    "https://news.example.com/2026/story",
    "https://news.example.com/2026/Story?id=7",
    "https://other.example.com/2026/story?id=7",
)


@pytest.mark.parametrize(("shared", "canonical"), CANONICAL)
def test_a_shared_link_becomes_the_article_s_address(shared, canonical):
    """Trackers, wrappers, credentials, fragments and default ports go; what names the article stays."""
    assert canonical_url(shared) == canonical


@pytest.mark.parametrize("url", SAME_KEY)
def test_variants_of_an_article_share_a_key(url):
    """Scheme, www, mobile, AMP and archive copies are one article."""
    assert lookup_key(url) == lookup_key(PLAIN)


@pytest.mark.parametrize("url", DIFFERENT)
def test_different_articles_have_different_keys(url):
    """Content parameters, case of the path and the host tell articles apart."""
    assert lookup_key(url) != lookup_key(PLAIN)


def test_a_parameter_is_a_tracker_by_its_value_only_where_names_are_doubtful():
    """?source=twitter says how a reader came, ?source=4711 may say what is read."""
    assert canonical_url("https://a.example/x?source=twitter") == "https://a.example/x"
    assert canonical_url("https://a.example/x?source=4711") == "https://a.example/x?source=4711"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "hello",
        "ftp://a.example/x",
        "http://",
        "https:///x",
        "javascript:alert(1)",
        "http://a b.example/",
        "x" * 9000,
    ],
)
def test_what_is_no_web_address_is_malformed(url):
    """Nothing else is taken for an address."""
    with pytest.raises(MalformedUrl):
        canonical_url(url)


@settings(max_examples=examples(3))
@given(
    host=st.sampled_from(
        [
            "a.example",
            "www.google.com",
            "l.facebook.com",
            "x.cdn.ampproject.org",
            "münchen.example",
            "web.archive.org",
        ]
    ),
    path=st.text(max_size=30),
    query=st.lists(
        st.tuples(st.sampled_from(["q", "url", "u", "id", "utm_x", "ref", "a b", "é"]), st.text(max_size=20)),
        max_size=4,
    ),
)
@example(host="www.google.com", path="url", query=[("q", "https://www.google.com/url?q=x")])
@example(host="a.example", path="%2F%41%zz//", query=[("a b", "c&d=e+f%20")])
@example(host="x.cdn.ampproject.org", path="0.<", query=[])
@example(host="x.cdn.ampproject.org", path="<.¡", query=[])
def test_canonical_is_idempotent(host, path, query):
    """Cleaning a clean address changes nothing."""
    address = f"https://{host}/{path}?" + "&".join(f"{name}={value}" for name, value in query)
    try:
        once = canonical_url(address)
    except MalformedUrl:
        return
    assert canonical_url(once) == once
    assert lookup_key(once) == lookup_key(address)


def test_sites_are_compared_by_registrable_domain():
    """Subdomains belong together, neighbours on a shared host do not."""
    assert same_site("https://www.a.example/x", "http://m.a.example/y")
    assert not same_site("https://one.blogspot.com/", "https://two.blogspot.com/")
    assert not same_site("https://one.co.uk/", "https://two.co.uk/")


def test_front_doors_are_known():
    """Root paths and index files are home pages; paths and queries are not."""
    assert is_home_page("https://a.example")
    assert is_home_page("https://a.example/index.html")
    assert not is_home_page("https://a.example/story")
    assert not is_home_page("https://a.example/?p=4")


@pytest.mark.parametrize("host", ["аррӏе.example", "exаmple.com", "ｎｅｗｓ.example"])
def test_a_look_alike_shows_what_it_is(host):
    """Letters of other alphabets are written as punycode, wide ones as the letters they are."""
    found = canonical_url(f"https://{host}/story")
    assert found.isascii()
    assert "xn--" in found or found == "https://news.example/story"
