"""How a source's heading reads, on the real models: its name and its role, whole and nothing else."""

from __future__ import annotations

import pytest

from summarizer.attribution import find_statements
from summarizer.attribution.plain_roles import plain_role
from tests.summarizer.attribution.test_who import Heading

pytestmark = pytest.mark.model


TITLES = (
    Heading(
        "an abbreviated title is written out, with the place behind the name",
        "“We need the ferry,” said Gov. Ole T. Marsh of Iowa, who used the boat.",
        "We need the ferry",
        "Ole T. Marsh",
        "governor of Iowa",
    ),
    Heading(
        "a title in full takes the place, too",
        "Mayor Paul Hartwig of Boston said the bridge was late.",
        "the bridge was late",
        "Paul Hartwig",
        "Mayor of Boston",
    ),
    Heading(
        "an abbreviated title alone is a word",
        "Rep. Anna Weller (R-Ohio) also spoke on Monday. “Maybe not today, but it will come,” she said.",
        "Maybe not today, but it will come",
        "Anna Weller",
        "representative",
    ),
    Heading(
        "behind another office a title is left out",
        "Democratic presidential candidate Sen. Paul Hartwig (I-Vt.) on Saturday criticized the plan, saying it goes "
        "“nowhere near far enough.”",
        "nowhere near far enough",
        "Paul Hartwig",
        "Democratic presidential candidate",
    ),
    Heading(
        "a deputy's title stays",
        "Deputy Supt. Anna Weller said the road was closed.",
        "the road was closed",
        "Anna Weller",
        "Deputy superintendent",
    ),
    Heading(
        "what stands before a title tells which",
        "“No bridge, no deal,” said Iowa state Sen. Lisa Marr.",
        "No bridge, no deal",
        "Lisa Marr",
        "Iowa state senator",
    ),
    Heading(
        "a title of two is each one's",
        "Sens. Paul Hartwig (Ky.) and Anna Weller (Fla.) met on Tuesday. “The tax helps families,” Weller said.",
        "The tax helps families",
        "Anna Weller",
        "senator",
    ),
    Heading(
        "behind a rank the office counts",
        "“They did well,” said Gen. Paul Hartwig, the harbour policy director of the council.",
        "They did well",
        "Paul Hartwig",
        "harbour policy director of the council",
    ),
    Heading(
        "a thing before a name is no role",
        "In an effort to explain her use of a private boat in the storm, Anna Weller on Friday said she was sorry.",
        "she was sorry",
        "Anna Weller",
        None,
    ),
    Heading(
        "a house where two met is no body of one of them",
        "The bishop met Paul Hartwig at the harbour guest house. “It was a good talk,” Hartwig said.",
        "It was a good talk",
        "Paul Hartwig",
        None,
    ),
    Heading(
        "a title without its full stop",
        "Changes were made, according to Sen Paul Hartwig, the No. 2 in the chamber.",
        "Changes were made",
        "Paul Hartwig",
        "senator",
    ),
    Heading(
        "one of several who is named behind a comma",
        "One of her lawyers, Paul Hartwig, says the plea does not settle the length.",
        "the plea does not settle the length",
        "Paul Hartwig",
        "One of her lawyers",
    ),
    Heading(
        "a small word inside a surname is no title",
        "Coach Jack Del Marsh said the team would go on.",
        "the team would go on",
        "Jack Del Marsh",
        "Coach",
    ),
    Heading(
        "a place with its state is one place",
        "“We will win,” said Anna Weller, president of the Norburg, Mo., branch of the union.",
        "We will win",
        "Anna Weller",
        "president of the Norburg, Mo., branch of the union",
    ),
    Heading(
        "a member's title behind another in capitals is left out",
        "Harbour Committee Chairman Rep. Paul Hartwig, D-Ohio, said he would seek to overturn the rules.",
        "he would seek to overturn the rules",
        "Paul Hartwig",
        "Harbour Committee Chairman",
    ),
)
NAMES = (
    Heading(
        "a spaced dash ends the part before it",
        "Mrs. Weller is seen as far more able than Mr. Hartwig - 60 percent of voters said Mrs. Weller would be better.",
        "Mrs. Weller would be better",
        "60 percent of voters",
    ),
    Heading(
        "her remark is her own",
        "Former minister Marlene Alder, a Weller supporter, angered many this year over her remark that “there’s a "
        "special place for women who don’t help each other.”",
        "special place for women",
        "Marlene Alder",
        "Former minister",
    ),
    Heading(
        "his campaign has the name under which the text has it",
        "Hartwig's campaign disputed a report as an “outrage” on his service - six years on the harbour boats, according to "
        "his campaign.",
        "outrage",
        "Hartwig's campaign",
    ),
    Heading(
        "who was called a host is the host",
        "Talk show host Paul Hartwig closed the fair in Norburg on Saturday. It was Hartwig's own story that moved the hall. "
        "The Harbour Radio host urged the council to mend its ways.",
        "the council to mend its ways",
        "Paul Hartwig",
        "Talk show host",
    ),
    Heading(
        "whom the text never called an actor is the actor alone in it",
        "Paul Hartwig lost the dance on Monday. “We went home,” Hartwig said. “You never know why,” said the actor.",
        "You never know why",
        "Paul Hartwig",
        "actor",
    ),
    Heading(
        "an actor with a word beside it may be another",
        "One film has a man who looks like a king. “We went home,” Paul Hartwig said. “One horse cheats,” the King actor said.",
        "One horse cheats",
        "King actor",
    ),
    Heading(
        "of two hosts who are named near neither is meant",
        "Radio host Paul Hartwig met talk show host Bo Alder in Norburg. “We talked all night,” the veteran host said.",
        "We talked all night",
        "the veteran host",
    ),
    Heading(
        "the A.G. is the attorney general",
        "Attorney General Anna Weller spoke in Norburg on Monday. The A.G. said that the bridge would close.",
        "the bridge would close",
        "Anna Weller",
        "Attorney General",
    ),
    Heading(
        "a word before a source that is none of it is left out",
        "There is more. And even a harbour strategist said that the bridge would close.",
        "the bridge would close",
        "a harbour strategist",
    ),
    Heading(
        "of greats like him it is he who says it",
        "Now former rowing greats like Jon Selber says the cut will not slow the crews.",
        "the cut will not slow the crews",
        "Jon Selber",
        "former rowing great",
    ),
    Heading(
        "greats like him are not he",
        "Rowing greats like Jon Selber say the cut will not slow the crews.",
        "the cut will not slow the crews",
        "Rowing greats like Jon Selber",
    ),
    Heading(
        "a surname that stands alone is who she is",
        "Orr stood up. “”You were not there. I was, and I saw the mast come down,” she said. Nobody answered her.",
        "You were not there",
        "Orr",
    ),
    Heading(
        "of a man and a woman of one surname he is the man",
        "Anna Vosk and her brother Otto Vosk spoke on Monday. “The tide is high,” said Bo Lind, a clerk. In every field, Vosk "
        "vowed to put the harbour first. “The mill will be our creed,” he said.",
        "The mill will be our creed",
        "Otto Vosk",
    ),
    Heading(
        "a woman who works for her father is no father",
        "Bo Lind spoke. “We know it,” said Ada Marsh, a school teacher. Lena Vosk, executive vice president of sales at her "
        "father's firm, advises the mayor on pay. “Women are paid as men are,” she said.",
        "Women are paid as men are",
        "Lena Vosk",
        "executive vice president of sales at her father's firm",
    ),
    Heading(
        "her lawyer stays as the page has it",
        "Anna Weller spoke in Norburg on Monday. Her lawyer said that the bridge would close.",
        "the bridge would close",
        "Her lawyer",
    ),
    Heading(
        "a verb of saying that the parse has for a noun is no part of the name",
        "The paper has asked him to come. “A bad decision is a bad decision,” the editorial read.",
        "A bad decision is a bad decision",
        "the editorial",
    ),
    Heading(
        "a body without a name has the words that brought it in",
        "A state ballot commission was a little more careful in January. In its decision, the commission saw that a "
        "court should settle the matter. That, the commission said, “would be helpful in avoiding doubt.”",
        "would be helpful in avoiding doubt",
        "a state ballot commission",
    ),
    Heading(
        "of two bodies neither is meant",
        "A state ballot commission met in January. A city water commission met in May. The commission said it “would "
        "be helpful in avoiding doubt.”",
        "would be helpful in avoiding doubt",
        "the commission",
    ),
)
ROLES = (
    Heading(
        "a role keeps the mark that closes its title",
        "Anna Weller, star of cult classic “Rain and Roses,” is not sure. “I do not know,” Weller said.",
        "I do not know",
        "Anna Weller",
        "star of cult classic “Rain and Roses”",
    ),
    Heading(
        "a writer's view of somebody is no part of the role",
        "Bombastic radio host Paul Hartwig and fellow guild organizer Anna Weller met. “We go on,” Hartwig said.",
        "We go on",
        "Paul Hartwig",
        "radio host",
    ),
    Heading(
        "an office before its body, all in capitals",
        "Paul Hartwig, President Alder North America, says: “We can help hospitals with our new lamps.”",
        "We can help hospitals",
        "Paul Hartwig",
        "President Alder North America",
    ),
    Heading(
        "a judge who is an analyst now",
        "The rule holds, according to Harbour News legal analyst Judge Otto Lind.",
        "The rule holds",
        "Otto Lind",
        "Harbour News legal analyst",
    ),
    Heading(
        "a headline's verb is no role",
        "Mayor rips Bo Lind.\n\n“We will not pay for the mill,” Bo Lind said on Monday.",
        "We will not pay",
        "Bo Lind",
        None,
    ),
    Heading(
        "who was in an office is in it no more",
        "But soon Paul Hartwig, who was senior adviser to Lena Holt in the White House, tweeted this: “She did it "
        "again and I'll say it again.”",
        "She did it again",
        "Paul Hartwig",
        "former senior adviser to Lena Holt",
    ),
    Heading(
        "who was somewhere once is not former",
        "Paul Hartwig, who was a passenger on the bus, said the road was wet.",
        "the road was wet",
        "Paul Hartwig",
        "passenger on the bus",
    ),
    Heading(
        "an outlet behind a name is the role",
        "Lee Hartwig of The Lantern asked Weller on Friday whether she would come.",
        "whether she would come",
        "Lee Hartwig",
        "The Lantern",
    ),
    Heading(
        "an outlet that the model takes for a person is the role",
        "Anna Weller of Gawker then tells what happened. “He smiled,” Weller wrote.",
        "He smiled",
        "Anna Weller",
        "Gawker",
    ),
    Heading(
        "an outlet before a name is the role",
        "“Did you know it was him?” NBC's Paul Hartwig asked the mayor.",
        "Did you know it was him?",
        "Paul Hartwig",
        "NBC",
    ),
    Heading(
        "a place behind a name is no role",
        "Anna Weller of Boston said the road was wet.",
        "the road was wet",
        "Anna Weller",
    ),
)


@pytest.mark.parametrize("case", [*TITLES, *NAMES, *ROLES], ids=lambda case: case.behaviour)
def test_a_heading_has_the_whole_name_and_role_and_no_more(case: Heading, nlp, tagger):
    """Titles are words, marks are closed, and nothing of the sentence hangs on a name."""
    statements = find_statements(nlp(case.text), tagger.tag([case.text])[0])
    sources = {
        (one.source.name, one.source.role)
        for one in statements
        if one.source and any(case.words in span.of(case.text) for span in one.content)
    }
    assert sources == {(case.name, case.role)}


@pytest.mark.parametrize("words", ["Twitter account", "the Lantern's Facebook", "a Twitter account"])
def test_where_somebody_writes_is_no_role(words: str):
    """An account beside a name says nothing of its owner's office."""
    assert plain_role(words) is None


@pytest.mark.parametrize("words", ["Mr.", "Mrs", "TALENCE -"])
def test_an_honorific_and_a_dateline_are_no_roles(words: str):
    """They say nothing of what somebody does."""
    assert plain_role(words) is None
