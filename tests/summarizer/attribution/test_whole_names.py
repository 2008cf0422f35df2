"""Names and roles are whole, and one person is one source."""

from __future__ import annotations

import pytest

from summarizer.attribution import find_statements

WHOLE = (
    (
        "“We begin in May,” said Tilda Moor, CTO of Veyra, a Kest-based start-up.",
        [("Tilda Moor", "CTO of Veyra")],
    ),
    (
        "“We begin in May,” Bram Oster, Chief Water Officer at Kelder, said.",
        [("Bram Oster", "Chief Water Officer at Kelder")],
    ),
    (
        "“The road is a risk,” says Petra Quill, VP of Roads for Osko.",
        [("Petra Quill", "VP of Roads for Osko")],
    ),
    ("“We are proud,” said Nora Bell (Corvane Energy).", [("Nora Bell", "Corvane Energy")]),
    ("“We are proud,” said Nora Bell (Nonnie).", [("Nora Bell", None)]),
    (
        "“It is slow,” said Nora Bell, one of the oldest farmers in Kest.",
        [("Nora Bell", "one of the oldest farmers in Kest")],
    ),
    ("“It is slow,” said Nora Bell, baker and amateur pilot.", [("Nora Bell", "baker and amateur pilot")]),
    (
        "“It is slow,” said Nora Bell, who runs the lab as a chief engineer at Osko.",
        [("Nora Bell", "chief engineer at Osko")],
    ),
    ("“It is slow,” said Nora Bell, who sees Bram Oster as a rival.", [("Nora Bell", None)]),
    ("“It is slow,” said Nora “Bee” Bell, the cook.", [("Nora “Bee” Bell", "cook")]),
    ("“It is slow,” said Nora Almqvist-Bell, a clerk.", [("Nora Almqvist-Bell", "clerk")]),
    ("“It is slow,” said Piet op ’t Hof.", [("Piet op ’t Hof", None)]),
    ("“It is slow,” said Ada D’Orso-O’Hara.", [("Ada D’Orso-O’Hara", None)]),
    (
        "Ex-pilots have reacted with anger to the plan, saying managers had promised them work.",
        [("Ex-pilots", None)],
    ),
    ("Bakers, brewers and butchers say the council cheated them.", [("Bakers, brewers and butchers", None)]),
    (
        "At least four of ten towns want a toll, according to the new “risk list” of harbours.",
        [("the new “risk list” of harbours", None)],
    ),
    ("OKB Chief Executive, Nora Bell, said: “It is slow.”", [("Nora Bell", "OKB Chief Executive")]),
    (
        "Mayor Bram Oster and her deputy, Nora Bell, said the lock would be shut.",
        [("Mayor Bram Oster and her deputy, Nora Bell", None)],
    ),
    ("The play is about the real Queen Ada. Ada said she had not seen it.", [("Ada", "Queen")]),
)

ONE = (
    (
        "“Look up,” said Nora Bell, a botanist at Kest University.\n\nBotanist Bell said the oak would fall.",
        [("Nora Bell", "botanist at Kest University")] * 2,
    ),
    (
        "River police spokesman Odo Pell said boats would look.\n\nNothing was found, Pell told the Echo.",
        [("Odo Pell", "River police spokesman")] * 2,
    ),
    (
        "A nurse at the gate said two people fell. The nurse said one had died.",
        [("A nurse at the gate", None)] * 2,
    ),
    (
        "A nurse at the gate said two people fell. Another nurse shook her head. The nurse said one had died.",
        [("A nurse at the gate", None), ("the nurse", None)],
    ),
    (
        "The Port Kest Chronicle reported that the lock would shut. The Chronicle said work would take a year.",
        [("Port Kest Chronicle", None)] * 2,
    ),
    (
        "Austria's interior minister said the pass would close.\n\nInterior Minister Bram Oster said it would open.",
        [("Bram Oster", "Interior Minister")] * 2,
    ),
    (
        (
            "Austria's interior minister said the pass would close.\n\n"
            "In Germany it is open. Interior Minister Bram Oster said it would stay so."
        ),
        [("Austria's interior minister", None), ("Bram Oster", "Interior Minister")],
    ),
    (
        "The Northern Water Board (NWB) said rain was late.\n\nThe NWB said that wells were dry.",
        [("Northern Water Board", None)] * 2,
    ),
    (
        "Grain News Service reported that the harbour was full.\n\nGNS reported on Monday that ships were waiting.",
        [("Grain News Service", None)] * 2,
    ),
    (
        "The Kestrian Farmers' Union said the price was too low.\n\nKFU said that talks had failed.",
        [("Kestrian Farmers' Union", None)] * 2,
    ),
    (
        (
            "The Electoral Commission said the vote was fair.\n\n"
            "A statement from the Electoral Commission said that turnout was low."
        ),
        [("Electoral Commission", None)] * 2,
    ),
)


@pytest.mark.model
@pytest.mark.parametrize(("text", "sources"), [*WHOLE, *ONE])
def test_a_source_has_its_whole_name_and_role_and_one_person_one_name(text, sources, nlp, tagger):
    """Each text gives exactly these names and roles, in its order."""
    (tagged,) = tagger.tag([text])
    found = [one.source for one in find_statements(nlp(text), tagged)]
    assert [(source.name, source.role) for source in found if source is not None] == sources


@pytest.mark.model
def test_initials_that_two_bodies_share_stay_as_they_are(nlp, tagger):
    """When the text introduces two bodies with the same initials, they name neither of them."""
    text = "The Northern Rail Watch (NRW) met North Rhine Water (NRW). The NRW said that fares would rise."
    (tagged,) = tagger.tag([text])
    assert [one.source.name for one in find_statements(nlp(text), tagged) if one.source] == ["NRW"]
