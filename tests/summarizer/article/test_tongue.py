"""Which language a text is in."""

from __future__ import annotations

import pytest

from summarizer.article.tongue import detect_language
from tests.summarizer.article.pages import STORY

TEXTS = {
    "en": " ".join(STORY),
    "de": "Der Rat hat am Montag beschlossen, dass das Bad noch ein Jahr offen bleibt, weil es für die Kinder der Stadt keinen anderen Ort gibt.",
    "fr": "Le conseil a décidé lundi que la piscine resterait ouverte pour une année, parce que les enfants de la ville ne peuvent pas nager ailleurs.",
    "es": "El consejo decidió el lunes que la piscina siga abierta por un año más, porque los niños de la ciudad no tienen otro lugar para nadar.",
    "it": "Il consiglio ha deciso lunedì che la piscina resta aperta per un altro anno, perché i bambini della città non hanno un altro posto dove nuotare.",
    "pt": "O conselho decidiu na segunda-feira que a piscina fica aberta por mais um ano, porque as crianças da cidade não têm outro lugar para nadar.",
    "nl": "De raad heeft maandag besloten dat het zwembad nog een jaar open blijft, omdat er voor de kinderen van de stad geen andere plaats is om te leren zwemmen.",
    "sv": "Rådet beslutade på måndagen att badet ska vara öppet ett år till, eftersom det inte finns någon annan plats för barnen i staden att lära sig simma på.",
    "pl": "Rada zdecydowała w poniedziałek, że basen będzie otwarty jeszcze przez rok, bo dzieci z miasta nie mają innego miejsca, w którym mogą się uczyć pływać.",
    "tr": "Meclis pazartesi günü havuzun bir yıl daha açık kalmasına karar verdi çünkü şehirdeki çocuklar için yüzme öğrenecek başka bir yer yok ve bu çok önemli.",
    "id": "Dewan memutuskan pada hari Senin bahwa kolam renang itu akan tetap dibuka untuk satu tahun lagi karena anak di kota ini tidak ada tempat lain untuk belajar.",
    "ru": "Совет решил в понедельник, что бассейн останется открытым ещё на год, потому что детям города больше негде учиться плавать.",
    "uk": "Рада вирішила в понеділок, що басейн залишиться відкритим ще на рік, бо дітям міста більше ніде вчитися плавати.",
    "ar": "قرر المجلس يوم الاثنين أن يبقى المسبح مفتوحا لمدة عام آخر لأن أطفال المدينة ليس لديهم مكان آخر لتعلم السباحة.",
    "ja": "市議会は月曜日、プールをもう一年開けておくことを決めた。市長は費用が増えたと述べた。",
    "zh": "市议会周一决定让游泳池再开放一年，因为城里的孩子们没有其他地方可以学习游泳，市长这样说。",
    "ko": "시의회는 월요일에 수영장을 일 년 더 열기로 결정했다. 시장은 비용이 늘었다고 말했다.",
    "el": "Το συμβούλιο αποφάσισε τη Δευτέρα ότι η πισίνα θα μείνει ανοιχτή για έναν ακόμη χρόνο.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_paragraph_tells_its_language(code):
    """One paragraph is enough, against a wrong claim, too."""
    assert detect_language(TEXTS[code]) == code
    assert detect_language(TEXTS[code], "xx") == code


def test_too_little_text_leaves_the_claim():
    """A headline says too little."""
    assert detect_language("Pool stays open", "en") == "en"
    assert detect_language("", None) is None


def test_english_with_many_foreign_names_is_english():
    """Places and people from elsewhere do not make a text foreign."""
    text = "Zelenskyy met Macron, Scholz, von der Leyen and Sánchez in Kyiv, where they said that the talks with Xi Jinping and Lula da Silva had not been easy."
    assert detect_language(text) == "en"


def test_english_with_a_quotation_in_another_script_is_english():
    """A slogan in Russian does not decide."""
    assert detect_language(" ".join(STORY) + " The sign said: Бассейн открыт.") == "en"
