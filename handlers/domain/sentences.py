"""The one place where an error becomes a sentence for a reporter: why, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from handlers.domain import errors as page
from summarizer import errors as text

SENTENCES: dict[type[text.NutgrafError], str] = {
    text.NotAnArticle: "That page is not a single article, so there is nothing to brief; share the link of one story.",
    text.EmptyPage: (
        "That page holds no text I can read (it may need a browser, or be a scan or a locked file); share another outlet's version."
    ),
    text.ConsentPage: (
        "A cookie or consent page stands in front of that article; share another outlet's version."
    ),
    text.SignInNeeded: (
        "That article is behind a sign-in or paywall and shows me no text; share a version that is open to all."
    ),
    text.MalformedUrl: "That does not look like a web address; check the link and share it again.",
    page.BadAddress: (
        "I only open plain http and https links on their usual ports; share the article's public address."
    ),
    page.PrivateAddress: (
        "That link leads inside a private network, which I do not open unless my operator has allowed the host."
    ),
    page.Unreachable: "I could not reach that site; check the link, or try again in a few minutes.",
    page.NotFound: "The site says there is no page at that link; check whether it was moved or taken down.",
    page.Refused: "The site does not let me read that page; share another outlet's version.",
    page.Disallowed: "The site asks robots not to read that page; share its link and I will read it for you.",
    page.Throttled: "The site asks me to come back later; try again in a few minutes.",
    page.ServerTrouble: "The site has a fault right now and sent no page; try again in a few minutes.",
    page.TooManyRedirects: (
        "That link keeps passing me on without reaching an article; share the address your browser ends up at."
    ),
    page.TooLarge: "That page is too large for me to read; share another outlet's version.",
    page.TookTooLong: "That site took too long to answer; try again in a few minutes.",
    page.UnsupportedContent: (
        "That link is not a web page or PDF I can read (a file, picture or video); share the article's own page."
    ),
    page.ReadingFailed: "I could not make sense of that page and gave up on it; share another outlet's version.",
    page.RateLimited: "Slack asks me to slow down; I will post as soon as it lets me.",
    page.SlackRefused: "Slack did not accept my message; ask my operator to look at my permissions.",
    page.ForeignWorkspace: "That workspace has not installed the app; install it from the address that ends in /slack/install.",
    page.AlreadyRunning: "Another Nutgraf is running on this data folder; stop it first, or set NUTGRAF_DATA_DIR to another folder.",
    page.DiskFull: "The archive's disk is full: free some space, and the bot continues by itself.",
    page.ReadOnly: "The archive cannot be written: make the bot's user the owner of its file and folder.",
    page.Locked: "Another program has locked the archive: close it, and the bot continues by itself.",
    page.Damaged: (
        "The archive's file is damaged: stop the bot and put your newest backup in its place (`python -m bot restore FILE`)."
    ),
    page.Unusable: "The archive's file cannot be opened: check that its disk is there and its folder can be written.",
    page.NewerArchive: (
        "The archive belongs to a newer Nutgraf: install that version again, or restore a copy made before the upgrade."
    ),
    page.SlackUnreachable: "I could not reach Slack; I will try again.",
}

NOT_TAKEN_DOWN = (
    "I could not save that: my disk or database has a problem. Tell whoever runs me, and try again later."
)
BRIEF_GONE = "That brief no longer exists, or it belongs to a conversation that you cannot see."
REMOVAL_REFUSED = "Only the person who shared the link, or an admin of the workspace, can remove its brief."
REMOVED = "Removed: the brief is out of the channel and its digest. To brief the link again, share it again."
TAKEN_BACK = "Taken back."
LINE_GONE = "That statement, or the source you chose, is no longer in the brief: the page was read again. Open the list once more."
FIXED_FOR_ALL = "Corrected in the brief, the archive and search, with your name; anybody can undo it."
READING_AGAIN = "Reading the page again…"
PAGE_AS_BEFORE = "The page has not changed, so the brief stays as it is."
RENEWED = "The page has changed, and I have updated the brief."
SEVERAL_PAGES = "That brief covers several pages; share the link of the one that changed."
NOT_YOUR_CHANNEL = "Only members of a channel can see or change how I work there."
NOT_HERE = "I am not in this conversation, so no digest can come here and nothing was set. Type `/invite @Nutgraf` in it first, then ask again."
NOT_INVITED = "I am not in that channel, so there is nothing to set. Type `/invite @Nutgraf` in it first, then ask again."
SETTINGS_KEPT = "Saved."
SAVING = "Saving…"
NO_LINKS = "There is no link to an article in that message."
NOT_IN_CHANNEL = "I am not in that channel, so this brief is for you alone. To have its links briefed for everybody, type `/invite @Nutgraf` there."
CANNOT_POST = (
    "Not posted, since I am not in that channel: type `/invite @Nutgraf` there. The brief is for you alone."
)
CHANNEL_QUIET = "That channel's settings do not ask for a brief of this, so it is for you alone."
IN_THREAD = "It is also in the message’s thread."
THREAD_SAYS_WHY = "This could not be briefed; the message’s thread says why."
TRYING_AGAIN = "Trying again: a brief comes in the message’s thread."
NOTHING_TO_TRY = "There is nothing left to try: the message has no such link any more, or the channel’s settings leave it alone."
APOLOGY = "Sorry, something went wrong on my side and I could not brief this"


def sentence_for(error: BaseException, reference: str | None = None) -> str:
    """One sentence for a reporter; an unknown error is an apology with `reference`, found in the log."""
    for kind in type(error).__mro__:
        if kind in SPECIFIC:
            return SPECIFIC[kind](error)
        if kind in SENTENCES:
            return SENTENCES[kind]
    return f"{APOLOGY}; my operator can look it up as {reference}." if reference else f"{APOLOGY}."


def is_known(error: BaseException) -> bool:
    """Whether `error` has a sentence of its own; others belong in the log with a traceback."""
    return any(kind in SENTENCES or kind in SPECIFIC for kind in type(error).__mro__)


def other_language(error: BaseException) -> str:
    """Names the language where its code is known."""
    name = language_of(error)
    written = f"in {name}" if name else "not in English"
    return f"That article is {written}, and I only brief English; share an English version if there is one."


def language_of(error: BaseException) -> str | None:
    """The English name of the language that an error speaks of, where its code is known."""
    from babel import Locale  # noqa: PLC0415  # every command would wait for it, and few have such an error

    return Locale("en").languages.get(getattr(error, "language", ""))


def model_missing(error: BaseException) -> str:
    """Names the setting, for whoever runs the bot."""
    name = getattr(error, "name", "")
    return f"There is no language model {name} on this machine; install it, or set NUTGRAF_MODEL to one that is there."


def no_archive(error: BaseException) -> str:
    """Says where it was looked for, for whoever runs a command elsewhere than in the bot's folder."""
    folder = getattr(error, "folder", "")
    return f"There is no archive in {folder}: set NUTGRAF_DATA_DIR to the folder of the bot's nutgraf.db, or begin one with `nutgraf brief SOURCE --keep`."


def not_text(error: BaseException) -> str:
    """Says what the file is."""
    what = getattr(error, "what", "")
    return f"That is {what}, which I do not read; save its text as a PDF, a web page or plain text, and share that."


def too_long(error: BaseException) -> str:
    """Says how long it may be."""
    characters, most = getattr(error, "characters", 0), getattr(error, "most", 0)
    return f"That text has {characters:,} characters, and I read at most {most:,} at once; share it in parts."


SPECIFIC: dict[type[BaseException], Callable[[BaseException], str]] = {
    text.OtherLanguage: other_language,
    text.ModelMissing: model_missing,
    text.NotText: not_text,
    text.TooLong: too_long,
    page.NoArchive: no_archive,
}


DIGEST_GONE = "This story is no longer in a digest that you can see."
ONE_ARTICLE = "This story has a single article, so there is nothing to split off."
NO_OTHER_STORY = "There is no other story in this digest or in the days before it."
LEAVE_ONE = "Leave at least one article in the story."


NOT_A_MEMBER = "I am not a member of the channel: type `/invite @Nutgraf` in it, then ask again."
REFUSALS = {
    "not_in_channel": NOT_A_MEMBER,
    "channel_not_found": NOT_A_MEMBER,
    "is_archived": "The channel is archived, so nothing can be posted in it.",
    "restricted_action": (
        "The channel’s settings do not let me post in it: ask an admin to allow me to, then ask again."
    ),
    "missing_scope": (
        "I am not allowed to post: my operator has to install me again with the scopes in manifest.json. Then ask again."
    ),
    "msg_too_long": "The message is too long for Slack, so it stays in my archive; `/brief URL` shows it to you alone.",
    page.GAVE_UP: "I tried for a whole day, but Slack did not accept it; ask again.",
}


def refusal_sentence(code: str) -> str:
    """Why Slack would not take a post, and what to do, for the person who asked for it."""
    if code.startswith("restricted_action"):
        return REFUSALS["restricted_action"]
    return REFUSALS.get(
        code, f"Slack would not take the post ({code}); `python -m bot doctor` on my machine says more."
    )


def modal_sentence(code: str) -> str:
    """Why Slack would not open a modal, for the person who pressed something."""
    if code in ("expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"):
        return "That took too long, so Slack did not let me open a window; please try again."
    return f"Slack would not open a window ({code}); try again, or ask my operator to look."


def deletion_sentence(code: str) -> str:
    """Why a message of ours stays where it is."""
    if code in ("channel_not_found", "not_in_channel"):
        return "I am no longer in that channel, so I cannot remove my message; invite me back, or ask an admin to delete it."
    return f"Slack would not remove my message ({code}), so the brief stays."


def renewal_sentence(code: str) -> str:
    """Why a brief's message still shows what it showed, although the archive has been changed."""
    if code in ("message_not_found", "cant_update_message", "edit_window_closed"):
        return "The archive has it, but the brief’s message is gone or can no longer be changed."
    if code in ("channel_not_found", "not_in_channel", "is_inactive", "is_archived"):
        return "The archive has it, but I can no longer write in the channel where the brief was posted."
    return f"The archive has it, but Slack would not change the message ({code})."


def who_is_unknown(code: str) -> str:
    """Slack does not say which conversations somebody is in."""
    return f"Slack did not tell me whether you may see that brief ({code}); try again in a minute."


def digest_unknown(code: str) -> str:
    """Slack does not say whether the bot is in a channel, or where its asker lives."""
    return f"Slack did not tell me whether I am in this channel, or your time zone ({code}); nothing was set. Try again in a minute."


def no_place(code: str) -> str:
    """Slack does not say where a brief may go."""
    return f"Slack did not tell me where that may go ({code}); try again in a minute."
