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
    promise pledge vow ask post continue estimate clarify inform remind opine recount argue speculate
    venture interject swear hint scoff shout yell demand propose recommend rule mention signal
    contend underscore underline theorize muse gush snap fume thunder intone murmur whisper mutter
    """.split()
)
