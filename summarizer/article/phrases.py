"""The phrases by which lines to the reader are known. One alternative a line, so that one more is one line more.

All are matched without regard to case against a whole paragraph that is known to be short. Those that
begin a line must stand outside quotation marks: "“Watch – they will deny it,” she said" is speech.
"""

from __future__ import annotations

import re

from summarizer.article.names import AGENCY_OF
from summarizer.text.dates import MONTH

# What may stand before the phrase: bullets, arrows, brackets, but no quotation mark.
LEAD = r"^[^\w“\"‘'«]*_*"
REST = r"[\W_]*$"
SOMEBODY = r"(?-i:[A-Z])"  # a name follows; "editing by committee" is prose
AGENCY = "|".join(sorted((re.escape(name) for name in AGENCY_OF), key=len, reverse=True))
STORY = r"(?:article|story|page|post|report|content|link|podcast)"
STORIES = (
    r"(?:stories|story|articles?|posts?|news|headlines|content|coverage|links?|videos?|topics|reading|reads)"
)
MEDIA = (
    r"(?:facebook|twitter|x|instagram|linkedin|whatsapp|telegram|youtube|tiktok|bluesky|threads|reddit"
    r"|google news|flipboard)"
)


def one_of(*alternatives: str, before: str = LEAD, after: str = "") -> re.Pattern[str]:
    """A pattern for any of the alternatives."""
    return re.compile(f"{before}(?:{'|'.join(alternatives)}){after}", re.IGNORECASE)


# "READ MORE: …", "Related – …": a mark after the phrase, or nothing.
POINTER = one_of(
    r"read(?: (?:more|also|next|this|the full \w+))?",
    r"also read",
    r"more (?:on|about|from) (?:this|the|our)?[\w’' -]{0,30}",
    rf"more {STORIES}",
    r"see (?:also|more)",
    r"watch(?: (?:also|now|live|more))?",
    r"listen(?: now)?",
    rf"related(?: {STORIES})?",
    r"also on [\w.’' -]{1,30}",
    r"in (?:pictures|photos)",
    r"photos|gallery|video|explainer|opinion|breaking",
    r"from the archives?",
    r"don['’]t miss",
    r"must read",
    r"trending(?: now)?",
    rf"recommended(?: (?:for you|{STORIES}))?",
    r"editor['’]s picks?",
    r"most (?:read|popular|viewed|shared)",
    r"full coverage|live(?: updates| blog)?",
    r"you may (?:also )?like",
    r"(?:up|read) next|next (?:up|read)",
    r"(?:keep|further) reading",
    rf"(?:latest|top) {STORIES}",
    r"live updates",
    r"click here",
    after=r"(?:\s*(?:[:|»>→]|\s[–—-])\s*\S.*|[\s:|»>→….]*)$",
)

# Speaks to the reader, in the imperative: prose about newsletters does not begin like this.
INVITATION = one_of(
    r"(?:please )?(?:sign up|subscribe|register|log in|sign in|join)\b.{0,60}\b(?:newsletters?|updates?|inbox|alerts?|briefing"
    r"|never miss|today|now|free|here|account|continue|channel|mailing list|members?|community|digest|readers|unlimited|access|for)\b",
    r"get\b.{0,90}\b(?:inbox|newsletters?|delivered|letterbox|emailed|app|alerts)\b",
    rf"follow (?:us|me|the latest|more|live|our|@\w+|(?:the )?ap['’]s|@?\w+(?: \w+){{0,3}} on {MEDIA})\b",
    r"(?:like|find|join) (?:us|me) on\b",
    r"learn more (?:about (?:us|our|how we)|here)\b",
    r"thank(?:s| you) for (?:reading|listening|watching|subscribing)\b",
    rf"if you (?:enjoy|like|love)(?:e?d)? this (?:blog |news )?{STORY}\b",
    r"share your (?:story|stories|thoughts|views|opinions?)\b",
    r"fill (?:out|in) (?:the|this|our) form\b",
    r"do you have an? \w+.{0,120}\b(?:e-?mail|tell|contact|send|help) (?:us|you)\b",
    rf"(?:share|email|print|save|bookmark|copy|tweet|pin|listen to) this {STORY}\b",
    r"share (?:this|it|on|with|via)\b",
    rf"(?:like|liking) this(?: {STORY})?\?",
    r"enjoy(?:ed|ing)? (?:this|reading)\b.{0,40}\?",
    r"(?:tell us|let us know|have your say)\b",
    r"what do you think\b.{0,40}\b(?:comments?|let us|tell us)\b",
    r"(?:do you have|got) (?:a|any) (?:story|tip|news)\b(?! that)",
    r"(?:join the|leave a|post a|add a|write a|view|read|show|hide|see) (?:\d+ )?(?:comments?|conversation|discussion|repl(?:y|ies))\b",
    r"(?:click|tap) (?:here|to|on)\b",
    r"(?:download|get) (?:our|the) (?:free )?(?:[\w’']+ )?app\b",
    r"add .{1,40} (?:as a|to your) preferred source",
    r"support (?:our|independent|local|quality) journalism",
    r"(?:donate|become a (?:member|subscriber|supporter))\b",
    r"(?:please )?(?:enable|turn on) (?:javascript|cookies)",
    r"you can (?:also )?(?:follow|find) (?:us|him|her|them|the author)\b",
    r"if (?:you|this|someone|anyone)\b.{0,120}\b(?:hear from you|get in touch|contact (?:us|the newsroom|our)|(?:call|e-?mail) us"
    r"|(?:help|support) is available|helpline|samaritans|lifeline)\b",
    r"(?:to )?(?:contact|reach|e-?mail) (?:the |this )?(?:reporters?|authors?|writers?|editors?|newsroom)\b",
    r"[\w.’' -]{3,40} (?:can|may) be (?:reached|contacted|followed)\b",
    r"you must (?:confirm|be (?:logged|signed)|log in|sign in)\b",
    r"never miss a\b",
    r"we (?:and our (?:\d+ )?(?:trusted )?partners|use cookies|value your privacy)\b",
    r"(?:scroll|swipe) (?:down|left|right|through|for|to)\b",
    r"continue reading",
    r"(?:story|article) continues (?:below|after)\b",
)

# Is the whole line.
LABEL = one_of(
    r"advertise?ment|ad|sponsored(?: (?:content|by .*))?|promoted(?: .*)?",
    r"share(?: this)?|print|email|copy link|save|follow|subscribe(?: now)?|newsletter",
    r"(?:\d+ )?comments?|conversation",
    r"loading\b.{0,30}",
    r"close|more|menu|search|home|replay|listen|live|watch live",
    r"tags?|topics?|(?:tags?|topics?|posted in|categor(?:y|ies)|keywords|in this article|labels?)\s*[:|].*|filed under\b.*",
    r"\d+ ?(?:min(?:ute)?s?)(?:[- ]read)?",
    r"(?:last )?(?:updated|published|posted|modified)(?: on| at)?:?\s.{0,50}\d.{0,20}",
    r"by:? [\w.’' -]{3,40}|(?:\w+ )?(?:staff|reporter)",
    rf"by:? {SOMEBODY}[\w.’' ,&-]{{3,80}}\b(?:\w+day,? )?{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b.{{0,30}}",
    r"(?:table of )?contents|on this page|in this (?:article|guide)|jump to(?: section)?",
    r"(?:(?:image|photo|data|chart) )?source:? (?:https?:\S+|\S+\.[a-z]{2,}(?:/\S*)?)",
    rf"(?:(?:image|photo|data|chart) )?source: {SOMEBODY}[^.:]{{2,60}}",
    r"read (?:our|the|my)(?: full| complete| original| in-depth)? (?:\S+ ){0,12}?(?:review|story|article|report|guide|interview|coverage|analysis|statement)(?: here)?",
    r"(?:this|the) (?:slideshow|video|audio) requires javascript.*",
    r"https?://\S+",
    r"story highlights|key points|recommended reading",
    r"embed(?:ded (?:content|post|video))?:?|no (?:items|results|comments|posts) (?:found|yet)|(?:currently unavailable|out of stock)",
    r"(?:watch|play|view) (?:the |this )?(?:video|clip)(?: here)?|share (?:the|our) (?:blog|post|article|story)(?: on| via)?:?",
    r"(?:on )?support(?:ing)? (?:[\w-]+ )?journalism",
    r"image (?:source|caption|credit).*|getty images|caption options?|(?:toggle|hide) caption|figure \d+",
    r"skip (?:to|past) .*|skip ad(?:vertise?ment)?|end of .{0,30}(?:promotion|newsletter|podcast)",
    after=REST,
)

# A short code of an editor's system, as the whole line: "[video id=12]", "[CTA_MODULE]".
SHORT_CODE = one_of(
    r"\[/?\w+[^\]]*\].*\[/\w+\]",
    r"\[[\w-]+ [\w-]+=[^\]]*\]",
    r"(?-i:\[[A-Z]+(?:_[A-Z]+)+\])",
    after=REST,
)

# Holds a claim of rights, anywhere.
RIGHTS = one_of(
    r"©|\(c\) ?\d{4}",
    r"^\W*copyright\b",
    r"\ball rights reserved\b",
    r"\bmay not be (?:published|reproduced|reprinted|broadcast|copied)\b",
    r"\breproduc(?:ed|tion)\b.{0,60}\b(?:permission|prohibited|forbidden)\b",
    r"\bterms of (?:use|service)\b.{0,80}\b(?:privacy|apply)\b",
    r"^our standards\b",
    r"\bthis site is protected by recaptcha\b",
    before="",
)

# Offers something to the reader, or promises it, anywhere in a line without a quotation.
OFFER = one_of(
    r"\b(?:in|to|into) your (?:inbox|e-?mail)\b",
    r"\b(?:sign(?:ing)? up|subscrib(?:e|ing)) (?:to|for) (?:our|the|this|my) (?:[\w-]+ ){0,3}newsletters?\b",
    r"\byour (?:data|details|e-?mail address|information) will (?:not|never|only)\b",
    # What is earned by links, and house rules for readers.
    r"\b(?:we|i|this (?:post|article|page|site)|our (?:site|links?|journalism))\b.{0,80}\b(?:affiliate links?|affiliate commissions?|earn (?:an? )?(?:\w+ )?commissions?)\b",
    r"\bbuy(?:ing)? (?:\w+ )?(?:through|via|using) (?:our|links on our)\b",
    # What keeps the house going.
    r"\bwe (?:rely|depend) on (?:the )?(?:\w+ )?(?:donations?|contributions?|support) (?:from|of) (?:our )?(?:readers|people)\b|\bkept alive by (?:\w+ )?donations\b",
    r"\bpurchases (?:made )?through (?:our|these) links\b|\bas an amazon associate\b",
    r"\b(?:read|see|review) our (?:comment\w*|community|house) (?:policy|policies|guidelines|rules)\b",
    r"\bpaste in (?:\w+ ){0,3}e-?mail address\b",
    r"\b(?:you can )?contact (?:us|[A-Z]\w+) on (?:facebook|twitter)\b",
    before="",
)

# A name with a number or an address behind it: how to reach the reporter.
CONTACT = re.compile(r"^[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}: (?:\+?[\d(][\d() .-]{6,}\d|\S+@\S+\.\w+)")

# Says what the author is, at the end of a story.
OWN_NAME = r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})"
AUTHOR_NOTE = re.compile(
    rf"^{OWN_NAME} (?:is|was|covers|writes|reports)\b.{{0,60}}?"
    r"\b(?:correspondent|reporter|staff writer|writer|editor|columnist|journalist|critic|contributor|freelancer?|for (?:the|us|this))\b"
)

# Says who somebody is: a name, degrees, what this person does today.
PORTRAIT = re.compile(
    rf"^\W*{OWN_NAME}(?:,? (?:[A-Z][A-Za-z]{{0,2}}\.?){{1,3}})*\*?,? (?:is (?:an?|the)|works|writes|teaches|lives|holds|runs|hosts)\b"
)

# Asks the reader below a story, before it offers something.
CLOSING_QUESTION = one_of(
    r"(?:are you )?(?:ready|looking|want|need|interested|curious|not sure|struggling|wondering|have (?:more )?questions|got questions"
    r"|enjoyed|loved)\b[^.?!]{0,120}\?",
)

# Offers the reader something below a story, in the imperative.
CLOSING = one_of(
    r"get (?:started|matched|in touch|your (?:free|copy|tickets?|quote)|an? (?:free |instant )?(?:quote|demo|copy|consultation)|one-on-one)\b",
    r"(?:explore|browse|discover|see) (?:all|more|our|other)\b",
    r"(?:discover|see|find out|learn) how (?:we|our|\w+ can help)\b",
    r"(?:order|buy|grab|shop|visit) (?:my|our)\b|check out (?:my|our|these|this|another)\b",
    r"(?:book|schedule|request|arrange|claim|start) (?:an?|your) (?:[\w-]+ ){0,3}(?:demo|call|consultation|appointment|quote|tour|trial|session|estimate|lesson|class|seat)\b",
    r"call (?:us|our|now|today|\(?\+?\d)|(?:contact|e-?mail|message) (?:us|our|me)\b",
    r"(?:speak|talk|connect|chat) (?:to|with) (?:us|our|one of our|an? (?:advisor|adviser|expert|specialist|agent))\b",
    r"(?:other|more) ways to (?:connect|follow|stay|support)\b|(?:how|where) to (?:find|follow|reach) (?:me|us)\b",
    r"if you(?:['’](?:re|d)| are| want| would| need| like| enjoy)\b.{0,160}\b(?:check out|contact|call|visit|book|join|get in touch with) (?:us|me|my|our|these)\b",
    r"there(?:['’]s| is| are) (?:plenty|lots|much) (?:of|more)\b.{0,60}\b(?:on|at) our\b",
    r"we(?:['’]d| would) love to (?:hear|help|chat)\b|we need your (?:help|support)\b",
)

# Asks to pay or to sign in before the rest is shown, alone on its line.
WALL = one_of(
    r"(?:please )?(?:subscribe|sign (?:in|up)|log in|register|join)(?: now| today| for free)? to (?:continue|keep|finish|read|unlock)\b.{0,60}",
    r"to (?:continue|keep|finish) reading\b.{0,80}|(?:continue|keep) reading (?:with|by|for)\b.{0,60}",
    r"this (?:article|story|content) is (?:only |exclusively )?(?:for|available to|reserved for) (?:our )?(?:subscribers|members)\b.{0,60}",
    r"unlock (?:this|the full) (?:article|story)\b.{0,40}",
    r"you(?: have|['’]ve) (?:reached|used|read) (?:your|all|the)\b.{0,60}\b(?:limit|articles?)\b.{0,40}",
    after=REST,
)

# Heads what readers write or what the desk says of the author, alone on its line.
READERS_HEAD = one_of(
    r"(?:\d+ |reader |readers['’] |all |view |show |latest )*comments?(?: ?\(\d+\))?",
    r"have your say(?: ?\(\d+\))?",
    r"(?:join|start) the (?:conversation|discussion)",
    r"(?:leave|post|add|write) a (?:reply|comment)",
    r"\d+ (?:responses|replies|thoughts)\b.{0,60}",
    r"what (?:our )?readers (?:say|think|are saying)",
    r"about (?:the (?:author|writer|reporter|contributor)s?|us)|(?:media|press) (?:contacts?|enquiries|inquiries)",
    after=REST,
)

# Names a picture or who took it.
PICTURE = one_of(
    r"^\W*(?:file |stock |handout )?(?:photo(?:graph)?s?|pictures?|images?|illustration|graphic|video|pic|caption)"
    r"(?: (?:credit|by|courtesy|source|caption)\b[^.]{0,80}|\s*:.{0,120})\W*$",
    r"^\W*credit:.{0,80}$",
    r"\((?:photo|picture|image|ap photo|photograph)\b[^)]*\)\W*$",
    r"^\W*(?:image|photo|picture)s? used (?:under|with|by)\b[^.]{0,80}$",
    r"^\W*(?:above|below|left|right|pictured|(?:main|top) (?:picture|image|photo)|clockwise from [\w -]{3,20})\s*:.{0,200}$",
    before="",
)

# Says who made the report, as the whole line. The agency in it is remembered as the article's.
CREDIT = one_of(
    rf"(?:additional |with |some )?\(?(?:reporting|editing|writing|words|interview|report) (?:by|from) {SOMEBODY}.*",
    r"(?:with )?(?:inputs?|files?|agenc(?:y|ies)|contributions?) (?:from|inputs?)\b.*",
    rf"(?:{AGENCY}|agencies|staff)\W*",
    rf"(?:source|via|agency)\s*:\s*(?:{AGENCY}|agencies)\W*",
    rf".{{0,80}}\bcontributed to this {STORY}\b.*",
    rf"this {STORY}(?: (?:about|on) [^.]{{3,80}})? (?:was|is|has been|first|originally)\b.{{0,60}}\b(?:published|appeared|edited|produced|written|republished"
    r"|translated|syndicated|generated)\b.*",
    r"with (?:assistance|help|additional reporting|contributions?) (?:from|by)\b.{0,160}",
    rf"fact-?checked by {SOMEBODY}.*",
    rf"(?:produced|compiled|edited|translated|adapted) by {SOMEBODY}.{{0,120}}",
    before=r"^\W*",
    after="$",
)

# Sends on to an address: more on a topic, a reporter to follow.
MORE_ON = one_of(r"(?:more|follow)\b[\w’' :,/-]{0,60}(?:https?:|www\.|@\w)")

# Heads a list of other stories' headlines, alone on its line.
LIST_HEAD = one_of(
    r"you (?:may|might) (?:also )?(?:like|enjoy|be interested in)",
    r"(?:also|more|what to) read(?: next)?|read (?:more|next|also)|keep reading",
    rf"related(?: {STORIES}(?: .{{0,40}})?)?",
    rf"recommended(?: (?:for you|{STORIES}))?",
    rf"(?:(?:more|other|top|latest|trending|popular|recent|featured|breaking|must[- ]read|sponsored|promoted) ){{1,2}}(?:{STORIES}|blogs?)(?: .{{0,30}})?",
    r"more (?:from|on|in|by|like)\b.{0,50}",
    r"most (?:read|popular|viewed|shared|watched|commented)(?: .{0,20})?",
    r"trending(?: now)?|popular now|up next|don['’]t miss|in other news|see also",
    r"editors?['’]?s? (?:picks?|choice)|our (?:picks|top stories)|best of .{0,30}",
    r"(?:elsewhere|also|trending|popular|latest) on:? ?.{0,40}",
    r"(?:from )?(?:around the web|our partners|the archives?)",
    r"what (?:to|others are) (?:read|watch)\w*(?: next)?",
    r"the latest",
    after=REST,
)

NAMED = rf"(?P<agency>{AGENCY})"
# After the place and the date, in brackets.
DATELINE_AGENCY = re.compile(rf"^[A-Z][\w.,’' /-]{{1,60}}\({NAMED}\)\s*(?:[-–—]|:)", re.IGNORECASE)
TRAILING_AGENCY = re.compile(rf"(?:^|[.!?”\"]\s+)[-–—(]*\s*{NAMED}\)?\W*$", re.IGNORECASE)
ANY_AGENCY = re.compile(rf"\b{NAMED}\b", re.IGNORECASE)
