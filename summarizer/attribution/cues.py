"""The words that signal an attribution, by lemma.

Chosen by hand from the cues of the PolNeAR training articles, keeping verbs that report words and
leaving out those of thought, wish and plan ("thinks", "hopes", "plans").
"""

from __future__ import annotations

# Take a clause ("said that …") or a quotation.
SAYING = frozenset(
    """
    say tell add write tweet state claim announce argue explain note declare report insist warn reply respond
    suggest deny acknowledge admit confirm assert contend allege charge recall remark comment quip joke conclude
    predict stress emphasize emphasise maintain testify answer observe point repeat reiterate concede complain
    boast brag counter retort caution advise assure lament exclaim proclaim reveal disclose indicate affirm
    promise pledge vow ask post continue estimate clarify inform remind opine recount speculate
    venture interject swear hint scoff shout yell demand propose recommend rule mention signal
    underscore underline theorize muse gush snap fume thunder intone murmur whisper mutter
    shoot fire write read praise cry chant implore urge plead shrug joke laugh scold chide rail begin tell email text
    conclude imply convey agree stipulate certify attest rebut
    """.split()
)

# Verbs that may take a clause. "Show", "find" and "indicate" take one of a written source.
CLAUSE = SAYING - frozenset("shoot fire praise cry chant implore laugh scold chide rail begin rule signal".split())

# Main verbs after a quotation that credit nobody: "…," is the slogan.
NEVER_AFTER_QUOTATION = frozenset("be have do become remain seem appear make get go come".split())
