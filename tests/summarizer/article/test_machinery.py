"""Lines of a page's machinery: what players, permissions, forms, accounts and agencies leave in a text."""

from __future__ import annotations

import pytest

from summarizer.article import article_from_text
from tests.summarizer.article.pages import STORY

LINES = (
    "This video can not be played",
    "To play this audio please enable JavaScript, and consider upgrading to a web browser that supports HTML5 audio",
    "Media caption, Watch: the moment the roof fell",
    "Related Internet Links",
    "The Courier is not responsible for the content of external sites.",
    "Have you been affected by the floods? Email us at story@courier.example",
    "Please include a contact number if you are willing to speak to a reporter.",
    "WhatsApp: +44 7000 000000",
    "Free daily newsletter",
    "Sign up to Morning Letter",
    "after newsletter promotion",
    "Privacy Notice: Newsletters may contain information about charities and online ads.",
    "We are having trouble retrieving the article content.",
    "Thank you for your patience while we verify access. If you are in Reader mode please exit and log in.",
    "Already a subscriber? Log in.",
    "Want all of The Courier? Subscribe.",
    "A version of this article appears in print on March 4, 2026, Section A, Page 1 of the Norland edition.",
    "Order Reprints | Today’s Paper | Subscribe",
    "As a subscriber, you have 10 gift articles to give each month.",
    "I would like to be emailed about offers, events and updates from The Courier.",
    "Something went wrong, please try again later.",
    "You can unsubscribe at any time.",
    "list of 4 items",
    "end of list",
    "Edited by: Ada Holt",
    "ab/cd (AFP, dpa, Reuters)",
    "(Except for the headline, this story has not been edited by our staff and is published from a syndicated feed.)",
    "Purchase Licensing Rights",
    "This is a developing story. It will be updated.",
    "Read the original article on Norland Insider",
    "View this post on Instagram",
    "This content is provided by Soundbox, which may be using cookies and other technologies.",
    "To show you this content, we need your permission to use cookies.",
    "Was this article helpful?",
    "You’ve read 1 article in the last month",
    "Ada Holt does not work for, consult, own shares in or receive funding from any company.",
    "Suggest a correction",
    "Gift this article",
    "Add Courier on Google",
    "Notifications can be managed in browser preferences.",
    "This article is more than 2 years old",
    "The post Pool stays open appeared first on Town Crier.",
    "If you’re enjoying this article, consider supporting our work by subscribing.",
    "View image in fullscreen",
    "1 of 5",
    "For more on this story, go to courier.example/pool",
    "Ada Holt/Getty Images",
    "AP Photo/Ada Holt",
    "The agency receives support from several foundations. The agency is solely responsible for all content.",
)
PROSE = (
    "This video cannot be shown to children under 12, the board of film censors said on Monday.",
    "Contact between the two councils broke off in May, and no letter has been sent since.",
    "Already a third of the subscribers have left, the paper said in its report for the year.",
    "Want and cold drove 300 people out of the valley that winter, the museum’s director said.",
    "Make no mistake, the roof will fall, the engineer told the council.",
    "“Was this helpful?” the clerk asked, and nobody laughed.",
    "1 of 5 children in the county cannot swim, the survey found.",
    "The version of this article that the council had seen was another one, the editor said.",
    "Stay up to date is what the minister told the farmers to do, and they laughed.",
    "Live music will be heard on the quay until midnight, the harbour master said.",
)


@pytest.mark.parametrize("line", LINES)
def test_what_the_page_says_for_itself_is_no_text(line):
    """Players, permissions, forms, accounts, tools, and who answers for what."""
    article = article_from_text("\n".join([*STORY, line]), "file:///a.txt")
    assert article.text.split("\n\n") == list(STORY)


@pytest.mark.parametrize("line", PROSE)
def test_prose_that_begins_so_stays(line):
    """A report on such things is a report."""
    article = article_from_text("\n".join([STORY[0], line, *STORY[1:]]), "file:///a.txt")
    assert line in article.text.split("\n\n")
