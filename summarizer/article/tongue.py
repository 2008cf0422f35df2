"""Which language a text is in: by its letters, then by the share of its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from summarizer.article.paragraphs import WORD

SHOWN = 3000  # characters looked at; the shares are steady long before
FEWEST_WORDS = 20  # below it a text says too little about its language
# Share of function words. English prose has .33 to .50, tables and lists of names .15; text in other languages has
# under .08 of English ones, and .20 to .45 of its own.
ENOUGH_ENGLISH = 0.14
ENOUGH_OTHER = 0.12

SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
# Share of a text's letters above which its script decides: names in another script stay below it. Japanese counts
# from less, since most of its letters are shared with Chinese.
SCRIPT_SHARE = 0.3
KANA_SHARE = 0.1
PERSIAN_LETTERS, URDU_LETTERS = re.compile(r"[پچژگ]"), re.compile(r"[ٹڈڑے]")
UKRAINIAN_LETTERS, SERBIAN_LETTERS, BULGARIAN_WORDS = (
    re.compile(r"[іїєґ]"),
    re.compile(r"[ђјљњћџ]"),
    {"на", "се", "от", "да", "със"},
)

COMMON_WORDS = {
    "en": "the of and to in a is that for on was with as it at by from be are his her he she they this have has had not "
    "but were which who will been their said an or its would you we i my your our there what if so about can more out up "
    "when after new also one than into all some them just do how other then these could over only no me",
    "es": "de la que el en y a los se del las un por con una su para es al lo como más o pero sus le ha me si sin sobre este "
    "ya entre cuando todo esta ser son dos también fue había era muy años hasta desde",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son cette ou "
    "mais comme ont été aux ses nous leur elle ces d l qu c n s",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass "
    "sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis",
    "it": "di e il la che in a per un è del non una con le da si della i sono al dei come più gli ha nel alla anche lo ma delle "
    "dal questo su se o loro ed nella",
    "pt": "de a que o e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito "
    "nos já eu também só pelo pela até isso são foi",
    "nl": "de en van het een in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog naar heeft wordt hij "
    "ze door over werd hebben tot deze worden was",
    "sv": "och i att det som en på är av för med den till inte om har de ett han var jag från men vid så kan nu sig eller hade "
    "också efter över under",
    "da": "og i at det er en til på som af for med den de ikke der et har han var om fra men ved så kan sig eller også blev "
    "efter over",
    "no": "og i det er en til på som av for med at de ikke den et har han var om fra men ved så kan seg eller også ble etter jeg "
    "over",
    "fi": "ja on ei se että oli hän mutta ovat joka kun myös ole mukaan sen tai niin kuin hänen jos olla jo vain sekä",
    "pl": "w i na z się do nie że to jest o jak po co od za przez ale dla są czy już tym tego może oraz był tak by jego ich",
    "cs": "a v se na je že s z do o k i to za pro ve by si ale jako po jsou podle od jeho který jsem byl také tak při",
    "sk": "a v sa na je že s z do o k i to za pre vo by si ale ako po sú podľa od jeho ktorý som bol tak pri",
    "hu": "a az és hogy nem is egy ez meg volt de csak el már még kell mint vagy ha van ki azt lesz szerint",
    "ro": "de și în a la cu pe o că un din nu să care pentru mai este au prin fi sau al ca ce după lui sunt",
    "tr": "ve bir bu da de için ile olarak çok daha gibi olan ne en var kadar o ancak sonra ama her değil diye olduğu",
    "id": "yang dan di ini dengan untuk dari itu dalam tidak akan pada juga adalah ke karena ada oleh saya mereka sebagai bisa "
    "telah lebih dia atau kami anak orang kita",
    "vi": "và của là có trong được cho một không các với người này đã những để khi từ ra đến tại cũng như về nhiều vào",
    "hr": "i u je na se da su za od s o a kako će što ne iz koji bi nije kao sve po ili samo te bio jer još",
    "et": "ja on ei et see oli ka kui mis ning oma ta aga või selle tema kes siis veel pärast",
    "lt": "ir į kad iš su tai yra jis bet kaip ne buvo apie po už ar dėl jau tik pagal",
    "lv": "un ir ka ar par no uz bija tas arī bet kas vai pēc nav to viņš kā tika",
    "ca": "de la i que el en a les per un es amb una del al els no com més ha són va dels també pel",
    "sq": "dhe të e në për një me që nga është se ka si më nuk u do i janë por",
    "tl": "ang ng sa na mga ay at si ni kay niya ito para may kung hindi nang siya ko mo",
    "af": "die en van in is het dat nie te vir met op wat om hy sy was aan hulle ook maar na sal as",
    "sw": "ya na wa kwa katika ni za la kuwa hiyo huo cha kama yake alisema baada ambayo lakini hii",
}
VOCABULARIES = {code: frozenset(line.split()) for code, line in COMMON_WORDS.items()}


def detect_language(text: str, claimed: str | None = None) -> str | None:
    """The text's language as two letters; the page's claim where the text does not say."""
    sample = text[:SHOWN]
    script = by_script(sample)
    if script:
        return script
    tokens = WORD.findall(sample.lower())
    if len(tokens) < FEWEST_WORDS:
        return claimed
    shares = word_shares(tokens)
    best = max(shares, key=lambda code: shares[code])
    if best == "en" or (shares["en"] >= ENOUGH_ENGLISH and shares["en"] >= 0.6 * shares[best]):
        return "en" if shares["en"] >= ENOUGH_ENGLISH else claimed
    return best if shares[best] >= ENOUGH_OTHER else claimed


def word_shares(tokens: list[str]) -> dict[str, float]:
    """For each language, the share of the words that are among its commonest."""
    counts = Counter(tokens)
    return {
        code: sum(counts[word] for word in vocabulary if word in counts) / len(tokens)
        for code, vocabulary in VOCABULARIES.items()
    }


def by_script(sample: str) -> str | None:
    """The language that a script belongs to, when most letters are of it."""
    letters = sum(map(str.isalpha, sample))
    for code, pattern in SCRIPTS:
        needed = KANA_SHARE if code == "ja" else SCRIPT_SHARE
        if letters >= FEWEST_WORDS and len(pattern.findall(sample)) >= needed * letters:
            return neighbour(code, sample.lower())
    return None


def neighbour(code: str, sample: str) -> str:
    """The language among those that share a script, by the letters only it has."""
    if code == "ar":
        return "ur" if URDU_LETTERS.search(sample) else "fa" if PERSIAN_LETTERS.search(sample) else "ar"
    if code == "ru":
        if UKRAINIAN_LETTERS.search(sample):
            return "uk"
        if SERBIAN_LETTERS.search(sample):
            return "sr"
        return "ru" if re.search("[ыэ]", sample) else "bg" if BULGARIAN_WORDS & set(sample.split()) else "ru"
    return code
