"""Lines that stand among an article's paragraphs and are not the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.article.names import AGENCY_OF
from summarizer.article.paragraphs import Draft, Paragraph, ends_a_sentence, sentences, tidy, without_boilerplate, words

# A longer paragraph is the article's own, whatever it begins with.
LONGEST_LINE = 60  # words
LONGEST_LABEL = 30
# From here on a short paragraph is a link with a label, not prose with a link in it.
LINKED = 0.8
LONGEST_HEADLINE = 25  # words

# Lines before the first sentence; with more of them the text is no prose, and they are the text.
MOST_OPENING_LINES = 8
OPENING_WORDS = 18
OPENING_LETTERS = 140
FIRST_SENTENCE_WORDS = 8

AGENCY = "|".join(sorted((re.escape(name) for name in AGENCY_OF), key=len, reverse=True))
MEDIA = r"(?:facebook|twitter|x|instagram|linkedin|whatsapp|telegram|youtube|tiktok|bluesky|threads|reddit|google news|flipboard)"

# Begins a line that points elsewhere: "READ MORE: …", "Related – …". Needs a mark after it, or the whole line.
POINTER = re.compile(
    r"^[^\w“\"‘'«]*_*(?:read (?:more|also|next|the full \w+|this)|also read|more (?:on|about|from) (?:this|the|our)?[\w’' -]{0,30}|see also|see more"
    r"|watch(?: (?:also|now|live|more))?|listen(?: now)?|related(?: (?:stories|story|articles?|posts?|content|coverage|news|links?|video))?"
    r"|also on [\w.’' -]{1,30}|in pictures|in photos|photos|gallery|video|from the archives?|don['’]t miss|must read|trending(?: now)?"
    r"|recommended(?: (?:stories|for you|reading|articles))?|editor['’]s picks?|most (?:read|popular|viewed|shared)|you may (?:also )?like"
    r"|more (?:news|stories|coverage|headlines|top stories)|explainer|up next|next up|next read|keep reading|further reading|opinion"
    r"|latest (?:news|stories|headlines)|top stories|live updates|click here|breaking)"
    r"(?:\s*(?:[:|»>→]|\s[–—-])\s*\S.*|[\s:|»>→….]*)$",
    re.IGNORECASE,
)
# Begins an invitation to the reader. Imperatives only: prose about newsletters does not begin like this.
INVITATION = re.compile(
    r"^[^\w“\"‘'«]*_*(?:(?:please )?(?:sign up|subscribe|register|log in|sign in|join)\b.{0,60}\b(?:newsletters?|updates?|inbox|alerts?|never miss|briefing|today|now|free|here"
    r"|account|continue|channel|mailing list|members?|community|digest|readers|unlimited|access|for)\b"
    r"|get (?:our|the|all the|more|your|latest|breaking|unlimited|exclusive)?\b.{0,90}\b(?:inbox|newsletters?|delivered|letterbox|emailed|app|alerts)\b"
    r"|follow (?:us|the latest|more|live|our|@?\w+(?: \w+){0,3} on " + MEDIA + r"|@\w+|ap['’]s|the ap['’]s)\b"
    r"|(?:like|find|join) us on\b|(?:share|email|print|save|bookmark|copy|tweet|pin|listen to) this (?:article|story|page|post|link|podcast)\b"
    r"|share (?:this|it|on|with|via)\b|like this (?:story|article|post)\?|enjoy(?:ed|ing)? (?:this|reading)\b.{0,40}\?|liking this\?"
    r"|(?:tell us|let us know|have your say|what do you think\b.{0,40}\b(?:comments?|let us|tell us)|do you have (?:a|any) (?:story|tip) (?:for|to|about)|got a (?:story|tip|news))\b"
    r"|(?:join the|leave a|post a|add a|write a|view|read|show|hide|see) (?:\d+ )?(?:comments?|conversation|discussion|repl(?:y|ies))\b"
    r"|(?:click|tap) (?:here|to|on)\b|(?:download|get) (?:our|the) (?:free )?(?:[\w’']+ )?app\b|add .{1,40} (?:as a|to your) preferred source"
    r"|support (?:our|independent|local|quality) journalism|(?:donate|become a (?:member|subscriber|supporter))\b"
    r"|(?:please )?(?:enable|turn on) (?:javascript|cookies)|you can (?:also )?(?:follow|find) (?:us|him|her|them|the author)\b"
    r"|if (?:you|this|someone|anyone)\b.{0,120}\b(?:hear from you|get in touch|contact (?:us|the newsroom|our)|(?:call|e-?mail) us|help is available|helpline|support is available|samaritans|lifeline)\b"
    r"|(?:to )?(?:contact|reach|e-?mail) (?:the |this )?(?:reporters?|authors?|writers?|editors?|newsroom)\b|[\w.’' -]{3,40} can be (?:reached|contacted|followed)\b"
    r"|never miss a\b|(?:scroll|swipe) (?:down|left|right|for|to)\b|continue reading|(?:story|article) continues (?:below|after)\b)",
    re.IGNORECASE,
)
# A whole line, in any case.
LABEL = re.compile(
    r"^[^\w“\"‘'«]*_*(?:advertise?ment|ad|sponsored(?: (?:content|by .*))?|promoted(?: .*)?|share(?: this)?|comments?|\d+ comments?|tags?|topics?|print|email"
    r"|copy link|close|loading|more|menu|search|home|save|follow|subscribe(?: now)?|newsletter|\d+ ?(?:min(?:ute)?s?)(?:[- ]read)?|(?:tags?|topics?"
    r"|filed under|posted in|categor(?:y|ies)|keywords|in this article|labels?)\s*[:|].*|filed under\b.*|(?:this|the) (?:slideshow|video|audio) requires javascript.*"
    r"|(?:last )?(?:updated|published|posted|modified)(?: on| at)?:?\s.{0,50}\d.{0,20}|by:? [\w.’' -]{3,40}|(?:[A-Z][a-z]+ )?(?:staff|reporter)"
    r"|https?://\S+|\[/?\w+[^\]]*\].*\[/\w+\]|story highlights|key points|image (?:source|caption|credit).*|getty images|caption options?|toggle caption|hide caption"
    r"|skip (?:to|past) .*|skip ad(?:vertise?ment)?|end of .{0,30}(?:promotion|newsletter|podcast)|recommended reading|conversation|replay|listen|watch live|live|figure \d+)[\W_]*$",
    re.IGNORECASE,
)
RIGHTS = re.compile(
    r"©|\(c\) ?\d{4}|^\W*copyright\b|\ball rights reserved\b|\bmay not be (?:published|reproduced|reprinted|broadcast|copied)\b"
    r"|\breproduc(?:ed|tion)\b.{0,60}\b(?:permission|prohibited|forbidden)\b|\bterms of (?:use|service)\b.{0,80}\b(?:privacy|apply)\b|^our standards\b"
    r"|\bthis site is protected by recaptcha\b",
    re.IGNORECASE,
)
PICTURE = re.compile(
    r"^\W*(?:(?:file |stock |handout )?(?:photos?|pictures?|images?|photographs?|illustration|graphic|video|pic|caption)(?: (?:credit|by|courtesy|source|caption)\b[^.]{0,80}|\s*:.{0,120})"
    r"|credit:.{0,80})\W*$|\((?:photo|picture|image|ap photo|photograph)\b[^)]*\)\W*$",
    re.IGNORECASE,
)
# Who made the report. The agency is remembered as the article's.
SOMEBODY = r"(?-i:[A-Z])"  # a name; "editing by committee" is prose
CREDIT = re.compile(
    rf"^\W*(?:(?:additional |with |some )?\(?(?:reporting|editing|writing|words|interview|report) (?:by|from) {SOMEBODY}.*|(?:[-–—(]\s*)?(?:with )?(?:inputs?|files?|agenc(?:y|ies)|contributions?) (?:from|inputs?)\b.*"
    rf"|\W*(?:{AGENCY}|agencies|staff)\W*|(?:source|via|agency)\s*:\s*(?:{AGENCY}|agencies)\W*|.{{0,80}}\bcontributed to this (?:report|story|article)\b.*"
    r"|this (?:story|article|report|content|post) (?:was|is|has been|first|originally)\b.{0,60}\b(?:published|appeared|produced|written|republished|translated|syndicated|generated)\b.*"
    rf"|with (?:assistance|help|additional reporting|contributions?) (?:from|by)\b.{{0,160}}|fact-?checked by {SOMEBODY}.*|(?:produced|compiled|edited|translated|adapted) by {SOMEBODY}.{{0,120}})$",
    re.IGNORECASE,
)
MORE_ON = re.compile(r"^[^\w“\"‘'«]*_*(?:more|follow)\b[\w’' :,/-]{0,60}(?:https?:|www\.|@\w)", re.IGNORECASE)
# "You may also like" and its kin on a line alone: what follows is other stories' headlines.
LIST_HEAD = re.compile(
    r"^[^\w“\"‘'«]*_*(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|(?:also|more|what to) read(?: next)?|read (?:more|next|also)|related(?: (?:stories|articles|posts|news|content|topics|links|coverage|reading|videos))?"
    r"|recommended(?: (?:for you|stories|articles|reading|videos))?|(?:more|other|top|latest|trending|popular|recent|featured|breaking|must[- ]read) (?:stories|news|headlines|articles|posts|reads|videos)(?: .{0,30})?"
    r"|more (?:from|on|in|by|like)\b.{0,50}|most (?:read|popular|viewed|shared|watched|commented)(?: .{0,20})?|trending(?: now| stories| topics)?|editors?['’]?s? (?:picks?|choice)|don['’]t miss|up next|in other news|elsewhere on .{0,40}"
    r"|from (?:around the web|our partners|the archives?)|keep reading|sponsored (?:stories|links|content)|promoted (?:stories|content)|what (?:to|others are) (?:read|watch)\w*(?: next)?|popular now|around the web|also on .{0,40}|see also|our (?:picks|top stories)|the latest|best of .{0,30})[\W_]*$",
    re.IGNORECASE,
)


def without_headline_lists(draft: Draft) -> Draft:
    """`draft` without the lists of other stories' headlines: a head line, then lines that are no sentences."""
    return without_boilerplate(draft, outside_lists(draft.paragraphs))


def outside_lists(paragraphs: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    """The paragraphs that stand in no list of headlines."""
    listing = False
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind not in {"post", "row"} and LIST_HEAD.match(paragraph.text) and leads_a_list(paragraphs, number):
            listing = True
        elif not (listing and is_headline(paragraph)):
            listing = False
            yield paragraph


def leads_a_list(paragraphs: tuple[Paragraph, ...], number: int) -> bool:
    """Whether headlines, or nothing at all, follow the line."""
    return number + 1 == len(paragraphs) or is_headline(paragraphs[number + 1])


def is_headline(paragraph: Paragraph) -> bool:
    """One line that does not end as a statement does."""
    if paragraph.post is not None or len(words(paragraph.text)) > LONGEST_HEADLINE:
        return False
    if paragraph.link_share >= LINKED:
        return True
    text = paragraph.text.rstrip("\"'”’)")
    return not text.endswith((".", ":", ";")) and len(sentences(paragraph.text)) <= 2


def without_opening_lines(draft: Draft) -> Draft:
    """`draft` without what stands before the first sentence: kicker, deck, byline, date, reading time."""
    paragraphs = draft.paragraphs
    first = next((number for number, paragraph in enumerate(paragraphs) if not is_opening_line(paragraph)), 0)
    if first > MOST_OPENING_LINES or (first and not begins_a_story(paragraphs[first])):
        return draft
    return without_boilerplate(draft, paragraphs[first:])


def begins_a_story(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a full sentence or more."""
    return ends_a_sentence(paragraph.text) and len(words(paragraph.text)) >= FIRST_SENTENCE_WORDS


def is_opening_line(paragraph: Paragraph) -> bool:
    """Whether a paragraph is too short and open-ended for a story to begin with."""
    if paragraph.kind == "post" or ends_a_sentence(paragraph.text) or paragraph.text.count(":") > 1:
        return False  # with more colons it is a list of facts in one line
    return len(words(paragraph.text)) <= OPENING_WORDS and len(paragraph.text) <= OPENING_LETTERS


def without_boilerplate_lines(draft: Draft) -> Draft:
    """`draft` without pointers, invitations, labels, notes of rights, credits."""
    return without_boilerplate(draft, (paragraph for paragraph in draft.paragraphs if not is_boilerplate(paragraph)))


def is_boilerplate(paragraph: Paragraph) -> bool:
    """Whether a paragraph is no part of the article."""
    if paragraph.kind in {"post", "row"}:
        return False
    text, length = paragraph.text, len(words(paragraph.text))
    if length == 0:
        return True
    if length <= LONGEST_LABEL and (POINTER.match(text) or LABEL.match(text) or PICTURE.search(text) or MORE_ON.match(text)):
        return True
    if length <= LONGEST_LINE and (INVITATION.match(text) or is_rights(text) or CREDIT.match(text)):
        return True
    return is_bare_link(paragraph, length)


def is_rights(text: str) -> bool:
    """Whether a line claims rights; one with a quotation in it reports on such a claim."""
    return RIGHTS.search(text) is not None and not re.search("[“\"]", text)


def is_bare_link(paragraph: Paragraph, length: int) -> bool:
    """A line that is a link and no sentence."""
    return paragraph.link_share >= LINKED and length <= LONGEST_HEADLINE and not ends_a_sentence(paragraph.text)


def credited_agency(paragraphs: tuple[Paragraph, ...]) -> str | None:
    """The wire agency that a credit line or a dateline names."""
    for paragraph in (*paragraphs[:3], *paragraphs[-4:]):
        text = paragraph.text if len(paragraph.text) <= CREDIT_LETTERS else f"{paragraph.text[:300]} {paragraph.text[-300:]}"
        found = DATELINE_AGENCY.match(text) or TRAILING_AGENCY.search(text)
        if found is None and (CREDIT.match(text) or is_rights(text)):
            found = ANY_AGENCY.search(text)
        if found:
            return AGENCY_OF[tidy(found.group("agency")).lower()]
    return None


CREDIT_LETTERS = 1000  # longer paragraphs are looked at near their ends alone
NAMED = rf"(?P<agency>{AGENCY})"
DATELINE_AGENCY = re.compile(rf"^[A-Z][\w.,’' /-]{{1,60}}\({NAMED}\)\s*(?:[-–—]|:)", re.IGNORECASE)
TRAILING_AGENCY = re.compile(rf"(?:^|[.!?”\"]\s+)[-–—(]*\s*{NAMED}\)?\W*$", re.IGNORECASE)
ANY_AGENCY = re.compile(rf"\b{NAMED}\b", re.IGNORECASE)
