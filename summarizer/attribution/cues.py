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

# "Went on to say", "continued to insist": the infinitive after them was said.
STILL_SAYING = frozenset("go continue begin start proceed use appear seem happen".split())

FRAMES: dict[str, dict[str, tuple[str, ...]]] = {}
def _add(name: str, frame: str, lemmas: str) -> None:
    for lemma in lemmas.split():
        FRAMES.setdefault(lemma, {})[name] = tuple(frame.split())
_add("as", "obj as!", "describe dismiss portray characterize denounce condemn criticize praise slam ridicule hail reject depict decry blast refer")
_add("call", "obj pred!", "call label brand dub term deem pronounce declare")
_add("judge", "obj for", "criticize praise condemn denounce blast slam applaud commend fault chide scold lambaste decry deride lament hail laud rip rebuke castigate assail ridicule mock dismiss question")
_add("obj", "obj", "describe deny announce cite mention explain express note propose stress emphasize recall reveal confirm acknowledge declare voice reiterate claim predict report suggest warn")
_add("accuseof", "obj of!", "accuse remind assure")
_add("promise", "inf!", "promise vow pledge threaten offer agree swear claim propose demand")
_add("urge", "obj inf!", "urge ask tell encourage advise warn implore challenge order instruct press call")
_add("callfor", "for!", "call")
_add("about", "about!", "speak talk complain joke boast brag warn")
_add("of", "of!", "speak warn complain boast")
_add("againstX", "against!", "warn caution")
_add("callon", "on inf!", "call")
