"""Lines of a page's machinery: players, permissions, forms, accounts, tools. As in phrases.py, one alternative a line."""

from __future__ import annotations

from summarizer.article.phrases import MEDIA, REST, SOMEBODY, STORIES, STORY, one_of

# Is the whole line.
TOOL_LINE = one_of(
    r"(?:media|video|audio) caption\b.*",
    r"video ad feedback|about sharing|bookmark|live events|disclosure statement|corrections and clarifications",
    r"(?:enlarge|expand) (?:this )?image|view image in full ?screen|\d+ of \d+",
    r"(?:go|back) to (?:the )?(?:homepage|home|top)|(?:next|previous) (?:story|article|post|page)",
    r"list of \d+ items|end of (?:list|carousel|gallery|slideshow)",
    rf"(?:{STORY}|advert\w*) (?:continues|continued)|advert\w* (?:[–—-] )?scroll (?:for|to)\b.*",
    r"explore more on these topics|related (?:internet )?links|reuse this content|order reprints\b.*",
    r"(?:read|listen|watch)(?: in)? \d+ ?min(?:ute)?s?|share full article|gift this article|send any friend a story",
    r"(?:report|suggest|submit) (?:an? )?(?:typo|error|correction|(?:news )?tip)\b.{0,20}",
    r"(?:purchase|acquire) licensing rights\b.{0,20}",
    r"(?:free )?(?:daily|weekly|morning|evening) newsletter|(?:invalid|enter your) e-?mail(?: address)?",
    r"allow content provided by a third party|(?:after|skip) newsletter promotion",
    rf"sign up (?:to|for) {SOMEBODY}[\w’' ]{{2,40}}|view this post on {MEDIA}|read more related {STORIES}",
    r"was this (?:\w+ )?(?:helpful|useful)|want more like this|comment on this \w+",
    r"(?:whatsapp|telegram|signal|e-?mail|phone|tel)\s*: ?[+\d(][\d ()-]{6,}",
    after=REST,
)

# Speaks to whoever sits before the screen. A paragraph of prose does not begin like this.
TO_THE_READER = one_of(
    r"(?:this|the) (?:video|audio|content|player) (?:can ?not|can['’]t|could not) be (?:played|loaded|shown|displayed)\b(?! to\b).{0,40}$",
    r"to (?:play|see|view|watch|show|hear)(?: you)? this (?:content|video|audio|embed|post)\b.*\b(?:enable|accept|allow|consent|cookies|javascript|permission)\b",
    r"this (?:content|video|embed) is provided by\b.*\bcookies\b",
    r"(?:you can )?use the buttons? below\b",
    r"unfortunately,? we have been unable to verify\b",
    r"we (?:are|were) having trouble (?:retrieving|loading|verifying)\b",
    r"(?:sorry, )?(?:there was an? (?:problem|error) (?:with|processing|submitting) your|something went wrong)\b",
    r"please (?:use|upgrade|update) (?:\w+ ){0,4}browser\b",
    r"please include a (?:contact|telephone|phone) number\b",
    r"(?:waiting for response|data is a real-?time snapshot)\b",
    r"thank you for your patience\b",
    r"already (?:an? (?:subscriber|member)|subscribed|contributed|have an account|a reader)\b.{0,3}[?.]",
    r"want (?:all of|more from|more stories)\b.{0,60}[?.]",
    r"as a (?:subscriber|member), you\b",
    r"you (?:can|may) (?:unsubscribe|occasionally receive|now listen to)\b",
    r"you['’]ve (?:read|reached) (?:\d+|your|all)\b|you['’]re reading (?:one of )?our\b",
    rf"if you(?:['’]re| are) (?:enjoying|liking|reading) (?:this|our) (?:\w+ )?{STORY}\b",
    r"we use your sign-?up\b|i would like to be e-?mailed\b|notifications can be managed\b",
    r"(?:stay (?:up to date|informed|ahead)|be the first to (?:get|know|hear))\b.{0,80}\b(?:news|notifications|newsletters?|alerts?|updates)\b",
    r"(?:download|install|get) (?:our|the) (?:[\w’']+ ){0,4}app\b",
    r"join (?:our|the|in) (?:\w+ ){0,2}(?:commenting|forum|thought-provoking)\b",
    r"(?:our journalism needs|support provided by)\b",
    r"track (?:the )?latest\b",
    r"while you['’]re here\b",
    r"privacy notice:",
    r"(?:is this (?:e-?mail|message|newsletter) not displaying|(?:having )?trouble (?:viewing|reading|seeing) this)\b.{0,80}",
    r"view (?:it|this (?:e-?mail|message|newsletter)|online|in) (?:in )?(?:your|a|the|an)? ?(?:web )?browser\b.{0,20}$",
    r"have you been affected by\b",
    r"do you have an opinion on\b",
    r"you can also get in touch\b",
    r"got a (?:confidential )?(?:news )?tip\b",
    r"(?:for|find) more (?:stories|news|coverage|on this|information about this)\b.{0,60}\b(?:visit|go to|click|here|see)\b",
    r"(?:contact|reach|e-?mail|follow)\b.{0,80}\S@\S+\.\w+",
    r"(?:choose|make|add)\b.{0,60}\b(?:preferred|on google|as a source)\b.{0,40}$",
)

OWN_NAMES = r"(?-i:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})"
# Says where else the text stands, who answers for it and who does not.
ABOUT_THE_TEXT = one_of(
    r"a version of this (?:\w+ )?(?:article|story|post|column|review|essay)\b.{0,60}\b(?:appear|publish|print|air)",
    r"this is a (?:developing|breaking)(?: news)? story\b",
    r"(?:except for the headline|this (?:story|article|report) has (?:not been edited|been (?:refiled|auto-?generated|republished)))\b",
    r"read the (?:original|full) (?:article|story|report) (?:here|on|at|in)\b.{0,60}$",
    r"more stories like this\b",
    r"the post .{3,200} (?:appeared first|first appeared) on\b",
    rf"this {STORY} is more than \d+ (?:months?|years?) old",
    r".{3,60}\bis not responsible for the content of external\b",
    r"(?:the |all |any )?(?:information|content|material|advice)\b.{0,60}\b(?:for|as) (?:general |purely )?(?:information|informational|educational)(?: (?:and|or) \w+)? (?:purposes|use)\b",
    r"(?:the |this |all )?(?:information|content|article|story|post)\b.{0,60}\b(?:does not constitute|should not be (?:taken|considered|construed|relied (?:up)?on)|is not (?:intended (?:as|to be)|a substitute for)|is no substitute for)\b.{0,80}\b(?:advice|diagnosis|recommendation)\b",
    r".{3,60}\bdo(?:es)? not work for, consult\b",
    r".{0,300}\bis solely responsible for (?:all|this|its) content\b",
    r"(?:edited|produced|compiled) by: .{3,60}$",
    r"(?-i:[a-z]{2,4}(?:/[a-z]{2,4})* ?\([\w ,]{2,60}\))$",
    rf"(?:ap photo/.{{3,60}}|handout via .{{2,40}}|{OWN_NAMES}/(?:getty(?: images)?|afp|ap|reuters|epa|pa(?: wire)?|shutterstock|alamy)\b.{{0,40}})$",
)
