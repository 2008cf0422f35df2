"""The number grammar on its own, without a language model: digits, words, units, ranges, modifiers."""

from __future__ import annotations

import pytest

from tests.summarizer.figures.reading import amounts_of

MONEY = [
    ("The rebuild cost $3.4 trillion.", (3.4e12, "dollar", None)),
    ("A loan of €500m was signed.", (5e8, "euro", None)),
    ("Tickets start at £1,200.", (1200, "pound sterling", None)),
    ("The town hall raised $57million.", (5.7e7, "dollar", None)),
    ("A wharf of £1.5billion was planned.", (1.5e9, "pound sterling", None)),
    ("The ministry set aside Rs 4 crore.", (4e7, "rupee", None)),
    ("The stall sells tea for ¥110.", (110, "japanese yen", None)),
    ("A profit of 1.2bn euros was booked.", (1.2e9, "euro", None)),
    ("It raised US$40 million.", (4e7, "dollar", None)),
    ("The ferry was sold for A$2.5m.", (2.5e6, "australian dollar", None)),
    ("The fund holds HK$7 billion.", (7e9, "hong kong dollar", None)),
    ("The fine was $US55,931.", (55931, "dollar", None)),
    ("The port paid 12 million Canadian dollars.", (1.2e7, "canadian dollar", None)),
    ("They owe 300 million Mexican pesos.", (3e8, "mexican peso", None)),
    ("A loaf costs 4 shekels.", (4, "shekel", None)),
    ("It lost 3 million pounds on the deal.", (3e6, "pound sterling", "down")),
    ("The boxer weighed 210 pounds.", (210, "pound-mass", None)),
    ("Shares closed at 118.5p.", (118.5, "penny", None)),
    ("The stamp went up by 5 cents.", (5, "cent", "up")),
    ("The bun is 50¢.", (50, "cent", None)),
    ("Debt reached RM2.1 billion.", (2.1e9, "malaysian ringgit", None)),
    ("Turnover of 90 million Danish crowns.", (9e7, "danish krone", None)),
    ("The deficit stood at $-50.8bn.", (-5.08e10, "dollar", None)),
    ("It wrote off -$20 million.", (-2e7, "dollar", None)),
    ("A grant of EUR 750,000 followed.", (750000, "euro", None)),
    ("It cost 1.2 lakh crore rupees.", (1.2e12, "rupee", None)),
    ("The town owes 1,00,000 rupees.", (100000, "rupee", None)),
    ("The town owes €5'250'000.", (5250000, "euro", None)),
    ("The quay cost R7 250 000.", (7250000, "south african rand", None)),
    ("The bridge will cost 18 400 000 dollars.", (18400000, "dollar", None)),
    ("One point seven billion dollars was spent.", (1.7e9, "dollar", None)),
    ("The port owes €4,25 million.", (4.25e6, "euro", None)),
    ("A loan of 3,1 billion kronor.", (3.1e9, "krona", None)),
    ("The choir has zł 80m.", (8e7, "polish zloty", None)),
    ("The choir has 80m kr.", (8e7, "krone", None)),
    ("A ferry ride is C $9.", (9, "canadian dollar", None)),
    ("The toll was raised from $4 to $6 million.", (6e6, "dollar", None)),
]
SHARES = [
    ("Turnout was 80%.", (80, "percentage", None)),
    ("Turnout was 80 per cent.", (80, "percentage", None)),
    ("Turnout was eighty percent.", (80, "percentage", None)),
    ("Rates moved 25 basis points.", (25, "basis point", None)),
    ("The gap is 3.5 percentage points.", (3.5, "percentage point", None)),
    ("Only .5 per cent replied.", (0.5, "percentage", "only")),
    ("A rate of 1.38pc was agreed.", (1.38, "percentage", None)),
    ("Half of the fleet is idle.", (0.5, None, None)),
    ("A third of the crew fell ill.", (1 / 3, None, None)),
    ("Two-thirds of voters agreed.", (2 / 3, None, None)),
    ("About three-quarters of the roof is gone.", (0.75, None, "about")),
    ("One in five children walks to school.", (0.2, None, None)),
    ("19 out of 20 seats are taken.", (0.95, None, None)),
    ("Nine of every 10 invoices lacked a stamp.", (0.9, None, None)),
    ("Add 1/3 of the flour.", (1 / 3, None, None)),
    ("Zero point four percent was spoiled.", (0.4, "percentage", None)),
    ("A 35-per-cent fall.", (35, "percentage", "down")),
    ("Turnout fell from 61,5 to 58,2 per cent.", (58.2, "percentage", None)),
]
MEASURES = [
    ("A 30-day truce was offered.", (30, "day", None)),
    ("The trout weighed 7,5kg.", (7.5, "kilogram", None)),
    ("Gusts of 90 m.p.h. were measured.", (90, "mile per hour", None)),
    ("It warmed by 3.25degF.", (3.25, "fahrenheit", None)),
    ("Along the 1,000-kilometre border.", (1000, "kilometre", None)),
    ("The boy grew to 5ft 10in.", (70, "inch", None)),
    ("The baby weighed 8lb 5oz.", (133, "ounce", None)),
    ("The climb took two hours and ten minutes.", (130, "minute", None)),
    ("It fell to -4C overnight.", (-4, "celsius", None)),
    ("The oven reached 230 degrees Celsius.", (230, "celsius", None)),
    ("It was 86°F in the shade.", (86, "fahrenheit", None)),
    ("Gusts of 95 kph were logged.", (95, "kilometre per hour", None)),
    ("Gusts of 60 miles an hour were logged.", (60, "mile per hour", None)),
    ("The barn covers 4,000 square feet.", (4000, "square foot", None)),
    ("The turbine makes 6MW.", (6, "megawatt", None)),
    ("A battery of 5.5kWh came with it.", (5.5, "kilowatt hour", None)),
    ("A 5.2 litre engine.", (5.2, "litre", None)),
    ("The tanker carried 9 million barrels of oil.", (9e6, "barrel of oil", None)),
    ("The tuna weighed 278kg.", (278, "kilogram", None)),
    ("A 6.1-inch screen.", (6.1, "inch", None)),
    ("It refreshes at 120Hz.", (120, "hertz", None)),
    ("A man with 45g of gold dust.", (45, "gram", None)),
    ("A 400 million-year-old reef.", (4e8, "year of age", None)),
    ("A 34-year-old nurse.", (34, "year of age", None)),
    ("The keeper is 6'2\" tall.", (74, "inch", None)),
    ("It took 5+ years.", (5, "year", "more than")),
    ("It was a 100-plus kilometre ride.", (100, "kilometre", "more than")),
    ("The wall is 5m high.", (5, "metre", None)),
    ("Some 5m people fled.", (5e6, None, "some")),
    ("The mast weighs 1.5×10^3 tonnes.", (1500, "tonne", None)),
]
RATES = [
    ("Petrol sells at $2.59 a gallon.", (2.59, "dollar per gallon", None)),
    ("The room costs $90 per night.", (90, "dollar per night", None)),
    ("It fell to $45.88 per barrel.", (45.88, "dollar per barrel", None)),
    ("Duty rises 3p a litre.", (3, "penny per litre", "up")),
    ("A flat rent of £8/kg was set.", (8, "pound sterling per kilogram", None)),
    ("They pay a $12-an-hour wage.", (12, "dollar per hour", None)),
    ("Sales were $6.78 billion a year earlier.", (6.78e9, "dollar", None)),
]
WORDS = [
    ("Twenty-one boats sank.", (21, None, None)),
    ("Two hundred and five boats sank.", (205, None, None)),
    ("A hundred boats sank.", (100, None, None)),
    ("A dozen boats sank.", (12, None, None)),
    ("Half a million homes went dark.", (500000, None, None)),
    ("A quarter of a million homes went dark.", (250000, None, None)),
    ("Two and a half million homes went dark.", (2.5e6, None, None)),
    ("Three million, four hundred homes", (3e6, None, None)),
    ("It is 3½ miles away.", (3.5, "mile", None)),
    ("It is 3 1/2 miles away.", (3.5, "mile", None)),
    ("It is 3-1/2 miles away.", (3.5, "mile", None)),
    ("A frost of minus twenty degrees Celsius.", (-20, "celsius", None)),
    ("Some 12 345 678 voters came.", (12345678, None, "some")),
    ("On Route 66 200 cars stood.", (200, None, None)),
    ("On the A1 200 cars stood.", (200, None, None)),
    ("Fifty-five thousand three hundred fans came.", (55300, None, None)),
]
MODIFIERS = [
    ("More than 150 were held.", (150, None, "more than")),
    ("Nearly 80% agreed.", (80, "percentage", "nearly")),
    ("At least 23 died.", (23, None, "at least")),
    ("Up to 400 jobs will go.", (400, None, "up to")),
    ("As many as 14 left.", (14, None, "as many as")),
    ("No fewer than 9 left.", (9, None, "no fewer than")),
    ("Just under 20 percent was spent.", (20, "percentage", "just under")),
    ("An estimated 60 whales passed.", (60, None, "an estimated")),
    ("Prices rose 5%.", (5, "percentage", "up")),
    ("Prices fell by 5%.", (5, "percentage", "down")),
    ("Shares are up nearly 57%.", (57, "percentage", "up nearly")),
    ("A 12% drop followed.", (12, "percentage", "down")),
    ("The index closed 2% higher.", (2, "percentage", "up")),
    ("Dow +0.2% at noon.", (0.2, "percentage", "up")),
    ("It takes ~25 minutes.", (25, "minute", "about")),
    ("It takes 25 minutes or more.", (25, "minute", "or more")),
    ("The sub-7 nanometre chips.", (7, "nanometre", "less than")),
    ("Inflation is expected to rise to 5%.", (5, "percentage", None)),
    ("Reportedly 40 ships turned back.", (40, None, "reportedly")),
]
RANGES = [
    ("Between 5 and 7 ships sank.", ((5, 7), None, None)),
    ("It takes 5-7 weeks.", ((5, 7), "week", None)),
    ("It takes 25 – 40min.", ((25, 40), "minute", None)),
    ("Rates of 12 to 14 percent are usual.", ((12, 14), "percentage", None)),
    ("It costs $62 to $68 per share.", ((62, 68), "dollar per share", None)),
    ("It expects $89 to $93 billion.", ((89e9, 93e9), "dollar", None)),
    ("It asked for $10-15m.", ((10e6, 15e6), "dollar", None)),
    ("Claims range from $200 to $4 million.", ((200, 4e6), "dollar", None)),
    ("Three or four years passed.", ((3, 4), "year", None)),
    ("Between six and eight million geese cross.", ((6e6, 8e6), None, None)),
    ("Eight or nine thousand jobs will go.", ((8e3, 9e3), None, None)),
    ("Two to three hundred boats sank.", ((200, 300), None, None)),
    ("Some 3m to 4m people have left.", ((3e6, 4e6), None, "some")),
    ("It fell from $75 in October to $46.", (46, "dollar", None)),
    ("Between $900 million and $1.4 billion was lost.", ((9e8, 1.4e9), "dollar", None)),
    ("Soldiers aged 18- to 24-year-old men.", ((18, 24), "year of age", None)),
]
SCORES = [
    ("Rovers won 4-1 at home.", ((1, 4), None, None)),
    ("The house voted 228-164 to leave.", ((164, 228), "vote", None)),
    ("The motion passed by 215 votes to 199.", ((199, 215), "vote", None)),
    ("They were 2-0 down by then.", ((0, 2), None, None)),
]
MULTIPLES = [
    ("Output doubled.", (2, "count", None)),
    ("Output has more than tripled.", (3, "count", "more than")),
    ("Output halved.", (0.5, "count", None)),
    ("A threefold rise was seen.", (3, "count", None)),
    ("It trades at 6.5 times earnings.", (6.5, "count", None)),
]
VAGUE = [
    ("Dozens of people waited.", (None, None, None)),
    ("Tens of thousands of people waited.", (None, None, None)),
    ("Several hundred people waited.", (None, None, None)),
    ("More than a few dozen waited.", (None, None, "more than")),
    ("Scores of people waited.", (None, None, None)),
    ("They paid millions of dollars.", (None, "dollar", None)),
]
ONE_FIGURE = [*MONEY, *SHARES, *MEASURES, *RATES, *WORDS, *MODIFIERS, *RANGES, *SCORES, *MULTIPLES, *VAGUE]

NO_FIGURE = [
    "The attacks of 9/11 changed the law.",
    "COVID-19 closed the school.",
    "The airline flies the 787-9 and 777x jets.",
    "Her 401(k) is full, and the mover has DOT # 2969363.",
    "They heard the burst FRB 121102 again, and GRB 150101B.",
    "div { width: 600px; margin: 1.5rem }",
    "A G7 summit, an F-16 and an A320.",
    "They met on 4 March 2025.",
    "They met on March 4, 2025.",
    "They met on 2025-03-04.",
    "It happened in 2022.",
    "The invasion began in 2022 and went on until 2024.",
    "Between 1600 and 1900 the coast sank.",
    "In the 2018-19 season they fell.",
    "Songs of the 1990s.",
    "He is in his 50s.",
    "The doors open at 10.45pm.",
    "The doors open at 9 p.m.",
    "The doors open at 17:30.",
    "The train left at five o'clock.",
    "Call +44 20 7946 0958 now.",
    "Call (202) 555-0143 now.",
    "Call 555-0117.",
    "Her number is 600 123 456.",
    "The twenty-first century.",
    "The 96th-minute goal.",
    "On its 1st birthday.",
    "1. Wash the rice.",
    "See Article 5 and page 88.",
    "A category 4 storm.",
    "It serves 24/7.",
    "No one knew.",
    "The first half was dull.",
    "A quarter-final.",
    "Version 3.11.2 is out.",
    "Write to desk7@example.org.",
    "The 5G mast.",
    "Agent 007 came.",
    "The PS5 sold out.",
    "A 3-D print.",
    "She won the 4x400m final.",
    "She won the 4 x 100m relay.",
    "Ring the free line 0300 555 7719, or 0845 46 47.",
    "Text HARBOUR to 88450.",
    "The 1700 block of Mill Street was closed.",
    "The campaign Stand for $18 called the march.",
    "At one stage the lights went out.",
    "A feel of 6/8 time.",
    "Odds of 3:1 were offered.",
    "Serial 1234567890123456789.",
    "It is net zero at heart.",
    "A third man was seen.",
    "The S&P 500 was flat.",
    "In nineteen eighty-four he was born.",
]


@pytest.mark.parametrize(("text", "expected"), ONE_FIGURE, ids=[text for text, _ in ONE_FIGURE])
def test_one_amount_is_read_with_its_value_unit_and_modifier(text: str, expected: tuple[object, ...]) -> None:
    """Each line holds one amount (or more where it says so); the first one read is the expected one."""
    found = amounts_of(text)
    value, unit, modifier = found[0]
    assert (unit, modifier) == expected[1:]
    assert value == pytest.approx(expected[0]) if expected[0] is not None else value is None


@pytest.mark.parametrize("text", NO_FIGURE)
def test_dates_labels_codes_and_idioms_are_no_figures(text: str) -> None:
    """A year, a clock time, a phone number, a label or an idiom gives nothing."""
    assert amounts_of(text) == []


def test_a_conversion_in_brackets_is_an_amount_of_its_own() -> None:
    """Both are in the text; that they are one is for the choice to say."""
    assert amounts_of("Water 8 miles (13 kilometers) wide.") == [(8, "mile", None), (13, "kilometre", None)]


def test_a_change_and_the_level_reached_are_two_amounts() -> None:
    """Dropped 7% to $2.3 billion is no range."""
    assert amounts_of("Exports dropped 7% to $2.3 billion.") == [
        (7, "percentage", "down"),
        (2.3e9, "dollar", None),
    ]


def test_a_lead_in_a_poll_is_no_range() -> None:
    """Fifty to forty says two things of two people."""
    assert [value for value, _, _ in amounts_of("She leads 50% to 40% in the poll.")] == [50, 40]


def test_two_currencies_make_no_range() -> None:
    """An exchange rate names two amounts."""
    assert [unit for _, unit, _ in amounts_of("It stood at 110 JPY to 1 USD.")] == ["japanese yen", "dollar"]


def test_a_part_of_a_sum_is_in_the_currency_of_the_sum() -> None:
    """280 million of the 1.5 billion shekels: both are shekels."""
    assert [unit for _, unit, _ in amounts_of("He raised 280 million of the 1.5 billion shekels.")] == [
        "shekel",
        "shekel",
    ]


def test_the_surface_begins_at_the_currency_and_ends_with_the_unit() -> None:
    """The span is what an editor would lift into copy."""
    from summarizer.figures.amounts import find_amounts

    text = "It cost about US $58.24 per barrel, not 1,200 kilometres."
    assert [text[a.start : a.end] for a in find_amounts(text)] == ["US $58.24 per barrel", "1,200 kilometres"]


def test_a_shared_currency_is_of_the_one_country_named() -> None:
    """Rupees in a text on Pakistan are Pakistani; with India in it too, nobody can say."""
    assert amounts_of("Rs 40 million went to a school in Pakistan.")[0][1] == "pakistani rupee"
    assert amounts_of("India and Pakistan each paid Rs 40 million.")[0][1] == "rupee"
    assert amounts_of("Flour sells at 90 pesos a kilo in Mexico.")[0][1] == "mexican peso per kilogram"
