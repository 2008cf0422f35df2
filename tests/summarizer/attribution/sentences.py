"""What the finder owes an editor, one behaviour a line: own sentences about invented people."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """One expected statement: resolved source, cue, contents, kind, via, role."""

    source: str | None
    cue: str | None
    content: str  # several contents are joined by " / "
    kind: str
    via: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    behaviour: str
    text: str
    said: tuple[Said, ...]
    ruled: tuple[Said, ...] | None = None  # what the rules find without the tagger, if not the same


CASES = (
    # quotation marks
    Case(
        "a direct quotation with the credit behind it",
        "“The bridge will open in May,” Mayor Ann Lindqvist said.",
        (Said("Ann Lindqvist", "said", "“The bridge will open in May,”", "direct", role="Mayor"),),
    ),
    Case(
        "a credit turned round",
        "“The bridge will open in May,” said Ann Lindqvist, the mayor of Norburg.",
        (Said("Ann Lindqvist", "said", "“The bridge will open in May,”", "direct", role="mayor of Norburg"),),
    ),
    Case(
        "a credit that leads with a comma",
        "Peter Halloran said, “The bridge is safe.”",
        (Said("Peter Halloran", "said", "“The bridge is safe.”", "direct"),),
    ),
    Case(
        "a credit that leads with a colon",
        "In her letter Marta Kovacs wrote: “We will not pay for this.”",
        (Said("Marta Kovacs", "wrote", "“We will not pay for this.”", "direct"),),
    ),
    Case(
        "straight marks",
        '"We are tired of waiting," Peter Halloran said.',
        (Said("Peter Halloran", "said", '"We are tired of waiting,"', "direct"),),
    ),
    Case(
        "double backticks and apostrophes",
        "``We are tired of waiting,'' Peter Halloran said.",
        (Said("Peter Halloran", "said", "``We are tired of waiting,''", "direct"),),
    ),
    Case(
        "British single marks",
        "‘We are tired of waiting,’ said Peter Halloran. ‘The drivers’ pay is a joke.’",
        (
            Said(
                "Peter Halloran",
                "said",
                "‘We are tired of waiting,’ / ‘The drivers’ pay is a joke.’",
                "direct",
            ),
        ),
    ),
    Case(
        "a quotation split by its credit",
        "“The bridge,” Peter Halloran said, “was never safe.”",
        (Said("Peter Halloran", "said", "“The bridge,” / “was never safe.”", "direct"),),
    ),
    Case(
        "a second quotation goes on after the credit",
        "“The bridge is old,” Peter Halloran said. “It was never safe.”",
        (Said("Peter Halloran", "said", "“The bridge is old,” / “It was never safe.”", "direct"),),
    ),
    Case(
        "a quotation over two paragraphs",
        "“The bridge is old,” Peter Halloran said. “It was never safe.\n\n“Nobody listened to us.”",
        (
            Said(
                "Peter Halloran",
                "said",
                "“The bridge is old,” / “It was never safe. / “Nobody listened to us.”",
                "direct",
            ),
        ),
    ),
    Case(
        "an unclosed mark costs its paragraph only",
        "“The bridge is old, Peter Halloran said.\n\nAnn Lindqvist said: “It is safe.”",
        (
            Said("Peter Halloran", "said", "“The bridge is old", "direct"),
            Said("Ann Lindqvist", "said", "“It is safe.”", "direct"),
        ),
        ruled=(Said("Ann Lindqvist", "said", "“It is safe.”", "direct"),),
    ),
    Case(
        "nested marks belong to the quotation around them",
        "“He told me ‘never again’ and left,” Marta Kovacs said.",
        (Said("Marta Kovacs", "said", "“He told me ‘never again’ and left,”", "direct"),),
    ),
    Case(
        "a question as a quotation",
        "“Who pays for this?” asked Marta Kovacs.",
        (Said("Marta Kovacs", "asked", "“Who pays for this?”", "direct"),),
    ),
    Case(
        "a quotation in the paragraph after a colon",
        "Marta Kovacs told the council:\n\n“Nobody listened to us.”",
        (Said("Marta Kovacs", "told", "“Nobody listened to us.”", "direct"),),
    ),
    Case(
        "an uncommon verb behind the comma",
        "“That is nonsense,” Peter Halloran snorted.",
        (Said("Peter Halloran", "snorted", "“That is nonsense,”", "direct"),),
    ),
    Case(
        "the source stands in the sentence before",
        "Marta Kovacs shook her head. “Nobody listened to us.”",
        (Said("Marta Kovacs", None, "“Nobody listened to us.”", "direct"),),
    ),
    Case(
        "a participle goes on with the main verb's source",
        "Ann Lindqvist defended the plan, adding: “The bridge is safe.”",
        (Said("Ann Lindqvist", "adding", "“The bridge is safe.”", "direct"),),
    ),
    Case(
        "scare quotes are no statement", "The “temporary” bridge has stood in Norburg for thirty years.", ()
    ),
    Case(
        "a title is no statement",
        "The band played “Rivers of Norburg,” its best-known song, at the opening.",
        (),
    ),
    # partial quotations
    Case(
        "dismissed as",
        "Ann Lindqvist dismissed the report as “fiction from start to end.”",
        (Said("Ann Lindqvist", "dismissed", "the report as “fiction from start to end.”", "mixed"),),
    ),
    Case(
        "called",
        "Peter Halloran called the bridge “a death trap.”",
        (Said("Peter Halloran", "called", "the bridge “a death trap.”", "mixed"),),
    ),
    Case(
        "calling it",
        "The union rejected the offer, calling it “an insult.”",
        (Said("the union", "calling", "it “an insult.”", "mixed"),),
    ),
    Case(
        "described as",
        "The ministry described the delay as “regrettable.”",
        (Said("the ministry", "described", "the delay as “regrettable.”", "mixed"),),
    ),
    Case(
        "a clause with quoted words",
        "Marta Kovacs said the council had “looked away for years.”",
        (Said("Marta Kovacs", "said", "the council had “looked away for years.”", "mixed"),),
    ),
    Case(
        "a quotation of several sentences inside a clause",
        "Marta Kovacs said that “nobody listened. Nobody cared.”",
        (Said("Marta Kovacs", "said", "that “nobody listened. Nobody cared.”", "mixed"),),
    ),
    # clauses
    Case(
        "a clause with that",
        "Ann Lindqvist said that the bridge would open in May.",
        (Said("Ann Lindqvist", "said", "that the bridge would open in May", "indirect"),),
    ),
    Case(
        "a clause without that",
        "Ann Lindqvist said the bridge would open in May.",
        (Said("Ann Lindqvist", "said", "the bridge would open in May", "indirect"),),
    ),
    Case(
        "a clause before its credit",
        "The bridge will open in May, Ann Lindqvist said.",
        (Said("Ann Lindqvist", "said", "The bridge will open in May", "indirect"),),
    ),
    Case(
        "a credit in the middle of the clause",
        "The bridge, Ann Lindqvist said, will open in May.",
        (Said("Ann Lindqvist", "said", "The bridge / will open in May", "indirect"),),
    ),
    Case(
        "the cue verb is kept",
        "Peter Halloran denied that he had been warned.",
        (Said("Peter Halloran", "denied", "that he had been warned", "indirect"),),
    ),
    Case(
        "two cues, one source",
        "Ann Lindqvist said the bridge was safe and warned that repairs would cost millions.",
        (
            Said("Ann Lindqvist", "said", "the bridge was safe", "indirect"),
            Said("Ann Lindqvist", "warned", "that repairs would cost millions", "indirect"),
        ),
    ),
    Case(
        "told somebody that",
        "Marta Kovacs told the council that nobody had listened.",
        (Said("Marta Kovacs", "told", "that nobody had listened", "indirect"),),
    ),
    Case(
        "told by somebody",
        "Residents were told by Peter Halloran that the water was clean.",
        (Said("Peter Halloran", "told", "that the water was clean", "indirect"),),
    ),
    Case(
        "asked whether",
        "Marta Kovacs asked whether the council would pay.",
        (Said("Marta Kovacs", "asked", "whether the council would pay", "indirect"),),
    ),
    Case(
        "what somebody says of another's words is theirs to answer for",
        "Ann Lindqvist said that Peter Halloran had claimed the bridge was safe.",
        (Said("Ann Lindqvist", "said", "that Peter Halloran had claimed the bridge was safe", "indirect"),),
        (
            Said("Ann Lindqvist", "said", "that Peter Halloran had claimed the bridge was safe", "indirect"),
            Said("Peter Halloran", "claimed", "the bridge was safe", "indirect"),
        ),
    ),
    # according to, nouns, infinitives, objects
    Case(
        "according to, leading",
        "According to police, two men were arrested in Norburg.",
        (Said("police", "According to", "two men were arrested in Norburg", "indirect"),),
    ),
    Case(
        "according to, trailing",
        "Two men were arrested in Norburg, according to police.",
        (Said("police", "according to", "Two men were arrested in Norburg", "indirect"),),
    ),
    Case(
        "somebody's claim that",
        "The council rejected Peter Halloran’s claim that the bridge was safe.",
        (Said("Peter Halloran", "claim", "that the bridge was safe", "indirect"),),
    ),
    Case(
        "an announcement with a date",
        "Ann Lindqvist’s announcement on Tuesday that the bridge would close came as a surprise.",
        (Said("Ann Lindqvist", "announcement", "that the bridge would close", "indirect"),),
    ),
    Case(
        "a promise",
        "Ann Lindqvist promised to repair the bridge by May.",
        (Said("Ann Lindqvist", "promised", "to repair the bridge by May", "indirect"),),
    ),
    Case(
        "a claim as infinitive",
        "The army claimed to have shot down 40 drones.",
        (Said("the army", "claimed", "to have shot down 40 drones", "indirect"),),
    ),
    Case(
        "a demand upon somebody",
        "The union urged Ann Lindqvist to resign.",
        (Said("the union", "urged", "Ann Lindqvist to resign", "indirect"),),
    ),
    Case(
        "called for",
        "Peter Halloran called for an independent inquiry.",
        (Said("Peter Halloran", "called for", "an independent inquiry", "indirect"),),
    ),
    Case(
        "accused of",
        "Marta Kovacs accused the council of hiding the report.",
        (Said("Marta Kovacs", "accused", "the council of hiding the report", "indirect"),),
    ),
    # written sources
    Case(
        "a report that says",
        "The report said the steel had rusted through.",
        (Said("the report", "said", "the steel had rusted through", "indirect"),),
    ),
    Case(
        "a poll that found",
        "A survey found that most residents want a new bridge.",
        (Said("A survey", "found", "that most residents want a new bridge", "indirect"),),
    ),
    Case(
        "an indictment that alleges",
        "The indictment alleges that he took bribes for nine years.",
        (Said("the indictment", "alleges", "that he took bribes for nine years", "indirect"),),
    ),
    # nobody's and no statements
    Case(
        "reportedly credits nobody",
        "The company has reportedly hidden the report for years.",
        (Said(None, "reportedly", "The company has reportedly hidden the report for years", "indirect"),),
    ),
    Case(
        "what is joined to hearsay is none",
        "The firm has reportedly sold the mill, while the union has kept its hall.",
        (Said(None, "reportedly", "The firm has reportedly sold the mill", "indirect"),),
    ),
    Case("an adverb beside a noun is no statement", "Police found the allegedly stolen car in Norburg.", ()),
    Case("nobody said it", "No one said that the bridge was closed. Nobody claimed that it was safe.", ()),
    Case("a question is no statement", "Did Ann Lindqvist say that the bridge was unsafe?", ()),
    Case(
        "refused to say whether",
        "Ann Lindqvist refused to say whether the bridge was safe.",
        (Said("Ann Lindqvist", "refused", "to say whether the bridge was safe", "indirect"),),
    ),
    Case(
        "who would not confirm it said nothing",
        "Peter Halloran would not confirm that he had been asked.",
        (),
    ),
    Case(
        "who was asked did not ask",
        "Asked whether she would resign, Ann Lindqvist said: “No.”",
        (Said("Ann Lindqvist", "said", "“No.”", "direct"),),
    ),
    Case(
        "a question before an answer stays out of it",
        "Is the bridge safe? The council says it is. Will it stay so?",
        (Said("the council", "says", "it is", "indirect"),),
    ),
    Case(
        "did not say whether",
        "Ann Lindqvist did not say whether the bridge would open.",
        (Said("Ann Lindqvist", "did not say", "whether the bridge would open", "indirect"),),
    ),
    Case(
        "a refusal ends before what comes behind it",
        "Peter Halloran would not discuss the price of the bridge, but he smiled.",
        (Said("Peter Halloran", "would not discuss", "the price of the bridge", "indirect"),),
    ),
    Case(
        "a quotation over lines is credited behind its last one",
        '"The mill is lost.\nWe shall miss it," Ann Lindqvist said.',
        (Said("Ann Lindqvist", "said", '"The mill is lost. / We shall miss it,"', "direct"),),
    ),
    Case(
        "a statement that somebody gives out is the next paragraph",
        'Ann Lindqvist came on Saturday and her office later released a statement.\n"The mill is lost.\nWe shall miss it."',
        (Said("her office", "released", '"The mill is lost. / We shall miss it."', "direct"),),
    ),
    Case(
        "lines of a quotation that nobody is credited for are nobody's",
        '"I am sorry," Ann Lindqvist said.\nThe judge had advice for the guards:\n"Do not trust her.\nNever again.\nShe lies."',
        (Said("Ann Lindqvist", "said", '"I am sorry,"', "direct"),),
    ),
    Case(
        "a statement to come is none",
        "The club will issue a statement on Monday.\n“The mill was lost in a fire that nobody saw.”",
        (),
    ),
    Case(
        "who would not say to do something refuses no answer",
        "Peter Halloran wouldn’t say to go there and hug the whales.",
        (),
    ),
    Case("a refusal in marks is somebody's word", "A tale: “They refused to say who paid.”", ()),
    Case("declined to say", "Ann Lindqvist declined to say that the bridge was safe.", ()),
    Case("wishes are no statement", "Ann Lindqvist wants the bridge to open in May.", ()),
    Case("hopes are no statement", "Peter Halloran hopes that the bridge will open in May.", ()),
    Case(
        "what is done without saying it is no statement",
        "Without accusing the council of anything, Ann Lindqvist left the room.",
        (),
    ),
    Case(
        "a condition is no statement",
        "If Peter Halloran says the bridge is safe, nobody will believe him.",
        (),
    ),
    Case(
        "what somebody might say is no statement",
        "Ann Lindqvist could announce that the bridge will close.",
        (),
    ),
    # second hand
    Case(
        "told an outlet",
        "“We are tired of waiting,” Peter Halloran told Reuters.",
        (Said("Peter Halloran", "told", "“We are tired of waiting,”", "direct", via="Reuters"),),
    ),
    Case(
        "told an outlet that",
        "Peter Halloran told the Norburg Times that the bridge was safe.",
        (Said("Peter Halloran", "told", "that the bridge was safe", "indirect", via="Norburg Times"),),
    ),
    Case(
        "as reported by",
        "“We are tired of waiting,” Peter Halloran said on Monday, as reported by the Norburg Times.",
        (Said("Peter Halloran", "said", "“We are tired of waiting,”", "direct", via="Norburg Times"),),
    ),
    Case(
        "according to an outlet",
        "“We are tired of waiting,” Peter Halloran said, according to Reuters.",
        (Said("Peter Halloran", "said", "“We are tired of waiting,”", "direct", via="Reuters"),),
    ),
    Case(
        "an outlet without another source",
        "Two tankers collided off the coast, reported AP.",
        (Said("AP", "reported", "Two tankers collided off the coast", "indirect"),),
    ),
    # who is meant
    Case(
        "a surname means the full name named before",
        "Ann Lindqvist, the mayor of Norburg, opened the meeting.\nThe bridge is safe, Lindqvist said.",
        (Said("Ann Lindqvist", "said", "The bridge is safe", "indirect", role="mayor of Norburg"),),
    ),
    Case(
        "an honorific and a surname",
        "Ann Lindqvist opened the meeting.\nMs. Lindqvist said the bridge was safe.",
        (Said("Ann Lindqvist", "said", "the bridge was safe", "indirect"),),
    ),
    Case(
        "a pronoun means the subject before",
        "Ann Lindqvist opened the meeting. She said the bridge was safe.",
        (Said("Ann Lindqvist", "said", "the bridge was safe", "indirect"),),
    ),
    Case(
        "a pronoun between two women is left open",
        "Ann Lindqvist met Marta Kovacs and Ellen Brandt. Marta Kovacs and Ann Lindqvist argued. She said the bridge was safe.",
        (Said("She", "said", "the bridge was safe", "indirect"),),
    ),
    Case(
        "she is not a he",
        "Peter Halloran met Ann Lindqvist. Lindqvist smiled. He said the bridge was safe.",
        (Said("Peter Halloran", "said", "the bridge was safe", "indirect"),),
    ),
    Case(
        "a person within a quotation is not meant",
        "Ann Lindqvist opened the meeting. “Marta Kovacs never called,” she said.",
        (Said("Ann Lindqvist", "said", "“Marta Kovacs never called,”", "direct"),),
    ),
    Case(
        "two persons of one surname stay two",
        "Ann Lindqvist and her brother Karl Lindqvist own the mill.\nKarl Lindqvist said the mill would close. Ann Lindqvist said it would stay.",
        (
            Said("Karl Lindqvist", "said", "the mill would close", "indirect"),
            Said("Ann Lindqvist", "said", "it would stay", "indirect"),
        ),
    ),
    Case(
        "a title alone means its one holder",
        "Foreign Minister Marta Kovacs opened the meeting.\nThe minister said talks would resume.",
        (Said("Marta Kovacs", "said", "talks would resume", "indirect", role="Foreign Minister"),),
    ),
    Case(
        "a title of two holders is left as written",
        "Foreign Minister Marta Kovacs met Finance Minister Karl Brandt.\nThe minister said talks would resume.",
        (Said("the minister", "said", "talks would resume", "indirect"),),
    ),
    Case(
        "a role before the name",
        "Norwegian foreign ministry spokesperson Karl Brandt said talks would resume.",
        (
            Said(
                "Karl Brandt",
                "said",
                "talks would resume",
                "indirect",
                role="Norwegian foreign ministry spokesperson",
            ),
        ),
    ),
    Case(
        "a role in an apposition",
        "Karl Brandt, chief executive of the ferry company, said talks would resume.",
        (
            Said(
                "Karl Brandt",
                "said",
                "talks would resume",
                "indirect",
                role="chief executive of the ferry company",
            ),
        ),
    ),
    Case(
        "a role in a who clause",
        "Karl Brandt, who is the head of the union, said talks would resume.",
        (Said("Karl Brandt", "said", "talks would resume", "indirect", role="head of the union"),),
    ),
    Case(
        "a metonym is kept as written",
        "Beijing said the talks would resume.",
        (Said("Beijing", "said", "the talks would resume", "indirect"),),
    ),
    Case(
        "a group is kept as written",
        "US officials said the talks would resume.",
        (Said("US officials", "said", "the talks would resume", "indirect"),),
    ),
    Case(
        "anonymous people are kept as written",
        "Two people familiar with the matter said the talks would resume.",
        (Said("Two people familiar with the matter", "said", "the talks would resume", "indirect"),),
    ),
    Case(
        "a name behind a common noun",
        "Its leader, Karl Brandt, promised that “not one boat” would sail.",
        (Said("Karl Brandt", "promised", "that “not one boat” would sail", "mixed", role="leader"),),
    ),
    Case(
        "a name behind a possessor's common noun",
        "Ann Lindqvist’s spokesman, Peter Ode, said the mayor was ill.",
        (Said("Peter Ode", "said", "the mayor was ill", "indirect", role="Ann Lindqvist’s spokesman"),),
    ),
    Case(
        "a pronoun for a name behind a common noun",
        "Ann Lindqvist opened the bridge.\n\nHer deputy, Karl Brandt, was not there. “I was not asked,” he said.",
        (Said("Karl Brandt", "said", "“I was not asked,”", "direct", role="deputy"),),
    ),
    Case(
        "a pronoun after somebody's possession is left open",
        "Karl Brandt opened the meeting.\n\nPeter Halloran’s plan came up twice. In May he told the council that it was ready.",
        (Said("he", "told", "that it was ready", "indirect"),),
    ),
    Case(
        "the title of one of two offices",
        "Foreign Secretary Dana Price met Defence Secretary Tom Avery. The foreign secretary said talks went well.",
        (Said("Dana Price", "said", "talks went well", "indirect", role="Foreign Secretary"),),
    ),
    Case(
        "a surname of two persons is left as written",
        "Police Chief Dana Whitlock spoke on Monday. Officer Sam Whitlock was there too. Whitlock said the road was closed.",
        (Said("Whitlock", "said", "the road was closed", "indirect"),),
    ),
    Case(
        "anonymous people end before what is told of them",
        "Two people familiar with the talks, who spoke on condition of anonymity, said the deal was off.",
        (Said("Two people familiar with the talks", "said", "the deal was off", "indirect"),),
    ),
    Case(
        "an operator behind a common noun",
        "Its operator, Norburg Gas, said that the discrepancy was small.",
        (Said("Norburg Gas", "said", "that the discrepancy was small", "indirect"),),
    ),
    Case(
        "what says nothing is no statement",
        "The council accused him of theft. Peter Halloran denied it.",
        (Said("the council", "accused", "him of theft", "indirect"),),
    ),
    # several sentences, further layout
    Case(
        "an outlet behind the next sentence",
        "According to US officials, nearly 80% of the parts come from China. These include machine tools, reported AP.",
        (
            Said("US officials", "According to", "nearly 80% of the parts come from China", "indirect"),
            Said("AP", "reported", "These include machine tools", "indirect"),
        ),
    ),
    Case(
        "a whole clause, though the parse tears it",
        "Energy Minister Tomasz Arendal said flow readings taken between 2 and 9 March showed that gas was missing.",
        (
            Said(
                "Tomasz Arendal",
                "said",
                "flow readings taken between 2 and 9 March showed that gas was missing",
                "indirect",
            ),
        ),
    ),
    Case(
        "a document tells what somebody told",
        "According to the indictment, Mr. Brandt told investors that the mine was worth $40 million.",
        (
            Said(
                "the indictment",
                "According to",
                "Mr. Brandt told investors that the mine was worth $40 million",
                "indirect",
            ),
            Said("Brandt", "told", "that the mine was worth $40 million", "indirect"),
        ),
    ),
    Case(
        "the line before credits a paragraph of quotation",
        "Thomas Berg used to back the plan, but now said it was dead.\n\n“We could not pay for it, and nobody else would.”",
        (
            Said("Thomas Berg", "said", "it was dead", "indirect"),
            Said("Thomas Berg", "said", "“We could not pay for it, and nobody else would.”", "direct"),
        ),
    ),
    Case(
        "a credit behind a long apposition",
        "“We sold more of them than ever,” Karl Brandt, wearing an old hat and a “Vote Holm” pin, said on Monday.",
        (Said("Karl Brandt", "said", "“We sold more of them than ever,”", "direct"),),
    ),
    Case(
        "single marks with double ones inside",
        "Mr Brandt said: 'We told him \"no\" twice. He didn't listen, and the drivers' pay is a joke.'",
        (
            Said(
                "Brandt",
                "said",
                "'We told him \"no\" twice. He didn't listen, and the drivers' pay is a joke.'",
                "direct",
            ),
        ),
    ),
    Case(
        "a block quotation",
        "In a letter to staff, Ann Lindqvist wrote:\n\n> We will close the mill in June.\n> Everybody will be paid.\n\nThe union disagreed.",
        (
            Said(
                "Ann Lindqvist",
                "wrote",
                "We will close the mill in June. / Everybody will be paid.",
                "direct",
            ),
        ),
    ),
    Case(
        "questions and answers",
        "Q: How did you get the idea for the ferry?\nA: I was waiting in the rain and nobody came.\nQ: And what did you do next?\nA: We built it in a barn.",
        (
            Said(None, ":", "I was waiting in the rain and nobody came.", "direct"),
            Said(None, ":", "We built it in a barn.", "direct"),
        ),
    ),
    Case(
        "labels in capitals mean the people named before",
        "Karin Holm, a boat builder, spoke to us in March.\n\nHOLM: I was waiting in the rain.\nREPORTER: And then what happened?\nHOLM: We built it in a barn.",
        (
            Said("Karin Holm", ":", "I was waiting in the rain.", "direct", role="boat builder"),
            Said("Karin Holm", ":", "We built it in a barn.", "direct"),
        ),
    ),
    Case(
        "capitals throughout",
        "THE COUNCIL SAID THE BRIDGE WAS SAFE. “WE ARE READY,” ANN LINDQVIST TOLD REPORTERS.",
        (
            Said("COUNCIL", "SAID", "THE BRIDGE WAS SAFE", "indirect"),
            Said("ANN LINDQVIST", "TOLD", "“WE ARE READY,”", "direct"),
        ),
    ),
    Case(
        "a list",
        "- Ann Lindqvist said the bridge would open in May\n- “Nobody listened to us,” said Marta Kovacs",
        (
            Said("Ann Lindqvist", "said", "the bridge would open in May", "indirect"),
            Said("Marta Kovacs", "said", "“Nobody listened to us,”", "direct"),
        ),
    ),
    # layout
    Case(
        "a transcript",
        "MAYOR LINDQVIST: We will open the bridge in May.\nREPORTER: Who will pay for it?\nMAYOR LINDQVIST: The state will pay for it.",
        (
            Said("MAYOR LINDQVIST", ":", "We will open the bridge in May.", "direct"),
            Said("MAYOR LINDQVIST", ":", "The state will pay for it.", "direct"),
        ),
    ),
    Case(
        "a post with its signature",
        "The bridge opens in May. Thank you, Norburg!\n— Ann Lindqvist (@annlindqvist) April 9, 2026",
        (Said("Ann Lindqvist", None, "The bridge opens in May. Thank you, Norburg!", "direct"),),
    ),
    # titles as wires write them
    Case(
        "a rank in short before the name, behind what was said",
        "Two people were found dead in the house late Tuesday, Hadley police Sgt. Joan Harper said.",
        (
            Said(
                "Joan Harper",
                "said",
                "Two people were found dead in the house late Tuesday",
                "indirect",
                role="Hadley police sergeant",
            ),
        ),
    ),
    Case(
        "two ranks in short",
        "Maj. Gen. Tomas Hale said the bridge would be rebuilt within a week.",
        (
            Said(
                "Tomas Hale",
                "said",
                "the bridge would be rebuilt within a week",
                "indirect",
                role="major general",
            ),
        ),
    ),
    Case(
        "a rank in short behind a quotation",
        "“Nobody was inside,” said fire Capt. Maria Ostrow. Ostrow said the roof had fallen in.",
        (
            Said("Maria Ostrow", "said", "“Nobody was inside,”", "direct", role="fire captain"),
            Said("Maria Ostrow", "said", "the roof had fallen in", "indirect", role="fire captain"),
        ),
    ),
    Case(
        "a rank without its full stop",
        "Det Insp Karim Wells said officers were looking for a white van.",
        (
            Said(
                "Karim Wells",
                "said",
                "officers were looking for a white van",
                "indirect",
                role="detective inspector",
            ),
        ),
    ),
    Case(
        "a calling that the sentence's start gives a capital",
        "Survivor Rosa Tennick recalled hearing chains snap below.",
        (Said("Rosa Tennick", "recalled", "hearing chains snap below", "indirect", role="Survivor"),),
    ),
    Case(
        "one more of a kind",
        "Another survivor, Amadou Kessy, said nobody had given an order.",
        (Said("Amadou Kessy", "said", "nobody had given an order", "indirect", role="survivor"),),
    ),
    # what was talked about is a topic
    Case(
        "a topic before what was said about it",
        "Talking about why the mill had closed, Ottilie Grange said “we had no coal left”.",
        (Said("Ottilie Grange", "said", "“we had no coal left”", "direct"),),
    ),
    # whose surname it is
    Case(
        "a surname before its other bearer is named",
        "The health minister, Annika Rask, resigned on Friday. “I did not know,” Rask told reporters.\n\n"
        "Joren Rask, an eye surgeon, holds shares in the clinics.",
        (Said("Annika Rask", "told", "“I did not know,”", "direct", role="health minister"),),
    ),
    Case(
        "whom the documents credit is not who speaks behind them",
        "Mayor Ottilie Grange, who received $22,500 in campaign contributions from the Drummond family, according to state records, "
        "said she would donate the money to the seamen’s mission.",
        (
            Said(
                "Ottilie Grange",
                "said",
                "she would donate the money to the seamen’s mission",
                "indirect",
                role="Mayor",
            ),
        ),
        (
            Said(
                "state records",
                "according to",
                "Mayor Ottilie Grange, who received $22,500 in campaign contributions from the Drummond family / "
                "said she would donate the money to the seamen’s mission",
                "indirect",
            ),
            Said(
                "Ottilie Grange",
                "said",
                "she would donate the money to the seamen’s mission",
                "indirect",
                role="Mayor",
            ),
        ),
    ),
    Case(
        "to call on somebody is not to call them",
        "Opposition leader Signe Holt called on the police to open an investigation.",
        (
            Said(
                "Signe Holt",
                "called on",
                "the police to open an investigation",
                "indirect",
                role="Opposition leader",
            ),
        ),
        (Said("Signe Holt", "called", "to open an investigation", "indirect", role="Opposition leader"),),
    ),
    Case(
        "an office of two words before the name",
        "It will cost $2.3 million, City Engineer Farah Quillon told the council.",
        (
            Said(
                "Farah Quillon",
                "told",
                "It will cost $2.3 million",
                "indirect",
                role="City Engineer",
            ),
        ),
    ),
    # parses that tear or hang wrongly
    Case(
        "a participle goes on with who spoke, not with what was spoken of",
        "Anita Rao said the board’s split “tells you this is nearly done”, pointing out that deputy governor Jens Okafor had voted "
        "against the increase.",
        (
            Said("Anita Rao", "said", "the board’s split “tells you this is nearly done”", "mixed"),
            Said(
                "Anita Rao",
                "pointing out",
                "that deputy governor Jens Okafor had voted against the increase",
                "indirect",
            ),
        ),
        (
            Said(
                "Anita Rao",
                "said",
                "the board’s split “tells you this is nearly done”, pointing out that deputy governor Jens Okafor had voted "
                "against the increase",
                "mixed",
            ),
            Said(
                "Anita Rao",
                "pointing out",
                "that deputy governor Jens Okafor had voted against the increase",
                "indirect",
            ),
        ),
    ),
    Case(
        "two subjects that are one name",
        "The opposition Civic Union said the fuel subsidy was to blame.",
        (Said("Civic Union", "said", "the fuel subsidy was to blame", "indirect"),),
    ),
    Case(
        "a hyphen in the role",
        "Their families had asked for time, co-op general manager Denise Rourke said in a statement.",
        (
            Said(
                "Denise Rourke",
                "said",
                "Their families had asked for time",
                "indirect",
                role="co-op general manager",
            ),
        ),
    ),
    # whom the words belong to
    Case(
        "whom a letter warns does not speak",
        "The nurses wrote to the director, Odile Marsh.\n\nTheir letter – a copy of which hangs in the hall – warns Ms Marsh: "
        "“Nobody will work a third night.”",
        (Said("Their letter", "warns", "“Nobody will work a third night.”", "direct"),),
    ),
    Case(
        "a paper that has a copy of a letter does not speak",
        "The note, of which the Norburg Gazette has a copy, tells Ms Marsh: “You have a week.”",
        (Said("the note", "tells", "“You have a week.”", "direct"),),
    ),
    Case(
        "what somebody is called does not accuse",
        "Norland is one of the island’s loudest critics of Sundby’s whaling plans and has accused the fleet of hiding its catch.",
        (Said("Norland", "has accused", "the fleet of hiding its catch", "indirect"),),
        ruled=(),
    ),
    Case(
        "a quotation goes on with the nearest credit of its sentence",
        "Bread will cost more in June, the Norburg Gazette reports: “Bakers are paying twice as much” for flour, said Vera Sundin, "
        "a lecturer in trade. “I call that a scandal.”",
        (
            Said("Norburg Gazette", "reports", "Bread will cost more in June", "indirect"),
            Said("Vera Sundin", "said", "“I call that a scandal.”", "direct"),
        ),
        ruled=(
            Said(
                "Vera Sundin",
                "said",
                "Bread will cost more in June, the Norburg Gazette reports: “Bakers are paying twice as much”",
                "mixed",
                via="Norburg Gazette",
            ),
            Said("Vera Sundin", "said", "“I call that a scandal.”", "direct"),
        ),
    ),
    Case(
        "a line without a verb names who is quoted below it",
        "The club sold its ground on Monday.\n\nAnd from captain Vera Sundin:\n\n“We will play in the park.”",
        (Said("Vera Sundin", None, "“We will play in the park.”", "direct"),),
    ),
    Case(
        "an owner in a line without a verb",
        "The club sold its ground on Monday.\n\nVera Sundin’s answer:\n\n“We will play in the park.”",
        (Said("Vera Sundin", None, "“We will play in the park.”", "direct"),),
    ),
    Case(
        "she is not who the paragraph before was about",
        "The actress Greta Holm moved north. Holm has one complaint: “It snows.”\n\nMarsh, who had not danced since school, "
        "feared the part. “But the music carried me,” she said.",
        (Said("Marsh", "said", "“But the music carried me,”", "direct"),),
    ),
    Case(
        "to be talked into saying is not to say",
        "The council talked its treasurer, Odile Marsh, into claiming that the books were lost.",
        (),
    ),
    Case(
        "by saying is to say",
        "Odile Marsh surprised the council by saying that the books were lost.",
        (Said("Odile Marsh", "saying", "that the books were lost", "indirect"),),
        ruled=(),
    ),
    Case(
        "what an event shows is nobody’s words",
        "The test group slept longer, suggesting that the tea had calmed them.",
        (),
    ),
    Case(
        "a participle of showing goes on with who spoke",
        "The ministry said prices fell, suggesting that the tax had worked.",
        (
            Said("the ministry", "said", "prices fell", "indirect"),
            Said("the ministry", "suggesting", "that the tax had worked", "indirect"),
        ),
        ruled=(
            Said("the ministry", "said", "prices fell, suggesting that the tax had worked", "indirect"),
            Said("the ministry", "suggesting", "that the tax had worked", "indirect"),
        ),
    ),
    Case(
        "a thing that did something claims nothing",
        "A fire in the depot has led to more tenants writing to us, claiming they too were never warned.",
        (),
    ),
    Case(
        "who issues a statement warns",
        "The Canal Trust issued a statement warning that “boats will be lost” in the flood.",
        (Said("Canal Trust", "warning", "that “boats will be lost” in the flood", "mixed"),),
    ),
    Case(
        "what he said according to a document is his",
        "“I never saw the money,” Peter Halloran told the clerk, according to notes of the meeting.",
        (Said("Peter Halloran", "told", "“I never saw the money,”", "direct"),),
        ruled=(
            Said("Peter Halloran", "told", "“I never saw the money,”", "direct", via="notes of the meeting"),
        ),
    ),
    Case(
        "the reporter’s clause before a quotation is not the source’s",
        "And when asked what the roof had cost, “Oh, all our savings,” she said.",
        (Said("she", "said", "“Oh, all our savings,”", "direct"),),
    ),
    Case(
        "a label that is alone on its page is a heading",
        "Tip: Plan your week on Sunday.\n\nBuy less of it.\n\nTip: Write a list before you go.\n\nTip: Cook at home with friends.",
        (),
    ),
    Case(
        "labels that are no people are a table",
        "NEXT\n\nRovers: Host Sundby on Friday.\n\nSundby: Visit the Rovers on Friday.\n\nNEXT\n\nRovers: Host Norburg on Sunday.\n\n"
        "Norburg: Visit the Rovers on Sunday night.",
        (),
    ),
    Case(
        "one stands for a sign, and what is painted below it does not speak",
        "Flags hung from the bridge. “Give us our river,” read one, next to a drawing of the mayor.",
        (Said("one", "read", "“Give us our river,”", "direct"),),
    ),
    Case(
        "a source with a hyphen is whole",
        "Still, vice-captains of the two clubs protested, saying referees had never asked them.",
        (Said("vice-captains of the two clubs", "saying", "referees had never asked them", "indirect"),),
    ),
    Case(
        "an agency passes on what somebody was quoted as saying",
        "Six boats were lost, the harbour master was quoted as saying on Friday by the Norvia news agency.",
        (Said("the harbour master", "saying", "Six boats were lost", "indirect"),),
    ),
    Case(
        "an agency that stands before what somebody was quoted as saying",
        "The harbour was quoted by the Norvia news agency as saying that six boats were lost.",
        (Said("the harbour", "saying", "that six boats were lost", "indirect"),),
    ),
    Case(
        "a paper passes on a quotation",
        "“Nobody slept,” the fire chief was quoted as saying by the Ledger.",
        (Said("the fire chief", "saying", "“Nobody slept,”", "direct"),),
    ),
    Case(
        "a name right before told is who told",
        "“The dam will hold,” Varn told farmers in the valley, according to a recording made on Sunday.",
        (Said("Varn", "told", "“The dam will hold,”", "direct", via="a recording"),),
    ),
    Case(
        "a second speaker without a verb",
        "Vera Sundin wrote that the pier was “sound”, Odile Marsh that it “moves in the wind”.",
        (Said("Vera Sundin", "wrote", "that the pier was “sound”", "mixed"),),
    ),
    Case(
        "two quotations of one speaker",
        "Vera Sundin said the pier “will hold” and the crane “will fall”.",
        (Said("Vera Sundin", "said", "the pier “will hold” and the crane “will fall”", "mixed"),),
    ),
    Case(
        "the clause that judges is the reporter’s",
        "Dashing hopes of a quick repair, the club’s owner Vera Sundin, who has been abroad, turned down the plan on Monday, "
        "her deputy said.",
        (
            Said(
                "her deputy",
                "said",
                "the club’s owner Vera Sundin, who has been abroad, turned down the plan on Monday",
                "indirect",
            ),
        ),
    ),
    Case(
        "a participle opens a sentence, and nothing is above its verb",
        "Counting her own vote, Sundin is  71 votes short of the magic number of 2,383 needed to win the seat, according to the "
        "clerk of the council.",
        (
            Said(
                "the clerk of the council",
                "according to",
                "Sundin is  71 votes short of the magic number of 2,383 needed to win the seat",
                "indirect",
            ),
        ),
    ),
    Case(
        "a name behind a dash signs a quotation",
        "People met to mourn the mill.\n\n“The fire took it in an hour.” — Vera Sundin, baker\n\nThe council will rebuild it.",
        (Said("Vera Sundin", None, "“The fire took it in an hour.”", "direct"),),
    ),
    Case(
        "a name behind a dash on the next line",
        "People met to mourn the mill.\n\n“The fire took it in an hour.”\n– Vera Sundin\n\nThe council will rebuild it.",
        (Said("Vera Sundin", None, "“The fire took it in an hour.”", "direct"),),
    ),
    Case(
        "a dash before a sentence signs nothing",
        "“The mill is gone.” – Vera Sundin saw it burn.",
        (),
    ),
    Case(
        "another without a verb",
        "One father said the delay was “cruelty” and another “a farce”.",
        (Said("One father", "said", "the delay was “cruelty”", "mixed"),),
    ),
    # words without a blank between them
    Case(
        "a party in brackets before a colon",
        "Marta Kovacs (Green Bay): “We were promised a ramp.”",
        (Said("Marta Kovacs", ":", "“We were promised a ramp.”", "direct"),),
        ruled=(),
    ),
    Case(
        "a remark in brackets before a colon",
        "A baker (in his sixties): “I have not slept since Monday.”",
        (Said("A baker", ":", "“I have not slept since Monday.”", "direct"),),
        ruled=(),
    ),
    Case(
        "a colon that leads into a quotation without a blank",
        "Marta Kovacs, of Green Bay:“We were promised a ramp.”",
        (Said("Marta Kovacs", ":", "“We were promised a ramp.”", "direct"),),
        ruled=(),
    ),
    Case(
        "a closed dash behind an hour",
        "The warden—on duty until 11 a.m.—said the gate had stood open.",
        (Said("the warden", "said", "the gate had stood open", "indirect"),),
    ),
    Case(
        "a closed dash behind an abbreviation",
        "The ferry line—owned by Orde & Sons Ltd.—said it would close.",
        (Said("the ferry line", "said", "it would close", "indirect"),),
    ),
    Case(
        "a closed dash behind a quotation",
        "“The well is dry”—said Peter Halloran.",
        (Said("Peter Halloran", "said", "“The well is dry”", "direct"),),
    ),
    Case(
        "two hyphens right before the cue",
        "Peter Halloran --said the well was dry.",
        (Said("Peter Halloran", "said", "the well was dry", "indirect"),),
    ),
    Case(
        "an age in brackets right before the cue",
        "Farmer Peter Halloran (61)said the well was dry.",
        (Said("Peter Halloran", "said", "the well was dry", "indirect", role="Farmer"),),
    ),
    Case(
        "a square bracket right before the cue",
        "Lindqvist [who chairs the board]said the well was dry.",
        (Said("Lindqvist", "said", "the well was dry", "indirect"),),
    ),
    Case(
        "an aside between dashes is no part of who says it",
        "Two divers were heard.\n\nThe harbour master—at his desk since 5 p.m.—said the lamp had been out.",
        (Said("the harbour master", "said", "the lamp had been out", "indirect"),),
    ),
    Case(
        "a bracket closed before the colon",
        "Mara Oduya, who leads the Reds (opposition): “We will vote against it.”",
        (Said("Mara Oduya", None, "“We will vote against it.”", "direct"),),
    ),
    Case(
        "the clause that judges, whose own object looks like a verb",
        "Ending hopes that the pier might be saved, its owner Vera Sundin, who has been abroad, sold it late on Friday, "
        "her deputy said.",
        (
            Said(
                "her deputy",
                "said",
                "its owner Vera Sundin, who has been abroad, sold it late on Friday",
                "indirect",
            ),
        ),
        ruled=(Said("her deputy", "said", "Ending hopes that the pier might be saved", "indirect"),),
    ),
    Case(
        "an agency passes on what a ministry said in two clauses",
        "Farmers in the valley saw a column of smoke and heard the dam burst, the Norland interior ministry was quoted as "
        "saying on Friday by the Corvex news agency.",
        (
            Said(
                "Norland interior ministry",
                "saying",
                "Farmers in the valley saw a column of smoke and heard the dam burst",
                "indirect",
            ),
        ),
    ),
    Case(
        "what is said is not who says it",
        'The refusal of the loan signals "the end of the line" for the mill, said Geert Moor, founder of the Liberty Party.',
        (
            Said(
                "Geert Moor",
                "said",
                'The refusal of the loan signals "the end of the line" for the mill',
                "mixed",
                role="founder of the Liberty Party",
            ),
        ),
        ruled=(),
    ),
    Case(
        "the answers of an interview are of whom its introduction names",
        "When she was fourteen, Dana Ferrow came home to an empty house. She spoke to the Courier in Norburg.\n\n"
        "Q: What happened on that day?\n\nA: I came home and nobody was there.\n\n"
        "Q: Did anybody check on you?\n\nA: Nobody from the council ever did.",
        (
            Said("Dana Ferrow", ":", "I came home and nobody was there.", "direct"),
            Said("Dana Ferrow", ":", "Nobody from the council ever did.", "direct"),
        ),
    ),
    Case(
        "answers to questions without a label",
        "Tom Orr has run the harbour of Sarn for twelve years.\n\nWhy do you leave now?\n\n"
        "I think it needs somebody who is not tired.\n\nDid the inquiry play a part?\n\n"
        "No. I would have left anyway.\n\nWhat will you miss?\n\nMy walks along the quay in the morning.",
        (
            Said("Tom Orr", None, "I think it needs somebody who is not tired.", "direct"),
            Said("Tom Orr", None, "No. I would have left anyway.", "direct"),
            Said("Tom Orr", None, "My walks along the quay in the morning.", "direct"),
        ),
    ),
    Case(
        "questions that the reporter answers are nobody's",
        "Tom Orr has run the harbour of Sarn for twelve years.\n\nWhy does he leave now?\n\n"
        "The harbour wants a younger master.\n\nWho follows him?\n\nThe council decides in May.\n\n"
        "What does it cost?\n\nThe post is paid from the port dues.",
        (),
    ),
    Case(
        "a country is no academy of it",
        "They met at the Diplomatic Academy of Austria. Austria is a firm critic of the dam and has accused Sarn of moving stones.",
        (Said("Austria", "accused", "Sarn of moving stones", "indirect"),),
    ),
    Case(
        "who asks behind a condition is who spoke before it",
        "Orr said economists predict more jobs next year if Congress passes the deal and urged lawmakers to “get this done.”",
        (
            Said(
                "Orr",
                "said",
                "economists predict more jobs next year if Congress passes the deal and urged lawmakers to “get this done.”",
                "mixed",
            ),
        ),
        ruled=(
            Said(
                "Orr",
                "said",
                "economists predict more jobs next year if Congress passes the deal and urged lawmakers to “get this done.”",
                "mixed",
            ),
            Said("Orr", "urged", "lawmakers to “get this done.”", "mixed"),
        ),
    ),
)
