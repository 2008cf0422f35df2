"""Symbols of two meanings, told apart by the words around them."""

from __future__ import annotations

import pytest

from tests.summarizer.figures.reading import amounts_of

UNITS = [
    ("It was 95 F in the shade.", "fahrenheit"),
    ("The charge in the capacitor was 2.5 F.", "farad"),
    ("The high will be 31 C.", "celsius"),
    ("The charge that flows through the circuit is 3 C.", "coulomb"),
    ("The fuse blows at a current of 13 A.", "ampere"),
    ("The scanner has a magnet of 3 T.", "tesla"),
    ("The gas was cooled to 4 K.", "kelvin"),
    ("The yacht made 14 kn in a strong wind.", "knot"),
    ("The ticket cost 150 kn in Split.", "croatian kuna"),
    ("A gust of 60 kt hit the runway.", "knot"),
    ("A bomb of 15kt was tested.", "kilotonne"),
    ("Its shares closed at 118p.", "penny"),
    ("The screen has a resolution of 1080p.", "pixel"),
    ("The key is 256 b long, and the file is encrypted.", "bit"),
    ("A diamond of 2 ct was stolen.", "carat"),
    ("China set aside ¥3 trillion.", "chinese yuan"),
    ("The carmaker expects a profit of ¥300 billion.", "japanese yen"),
    ("China and Japan trade for ¥9 trillion a year.", "japanese yen per year"),
    ("The meal cost 900 kr in Norway.", "norwegian krone"),
    ("The deal is worth R500 million.", "south african rand"),
    ("For A $15 Minimum Wage.", "dollar"),
    ("It raised A$15m.", "australian dollar"),
    ("The current density is 1.3 A/cm2.", "ampere per square centimetre"),
    ("Households pay 32 cents per kilowatt-hour.", "cent per kilowatt hour"),
    ("It uses 4.5 litres per 100 kilometres.", "litre per 100 kilometres"),
]


@pytest.mark.parametrize(("text", "unit"), UNITS, ids=[text for text, _ in UNITS])
def test_a_unit_is_what_its_surroundings_make_it(text: str, unit: str) -> None:
    """The usual meaning, unless the words near ask for the other."""
    assert amounts_of(text)[0][1] == unit


def test_a_value_written_with_a_fraction_is_one_number() -> None:
    """A coupon of 4 3/8 percent."""
    assert amounts_of("The coupon is 4 3/8 percent.") == [(4.375, "percentage", None)]


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("It raised its rate by 25 basis points.", "up"),
        ("The line will cut journey times by 45 minutes.", "down"),
        ("Output will rise by 400,000 barrels a day.", "up"),
        ("They lost by 17 points.", None),
        ("The club raised $5m.", None),
        ("They will be paid over three years.", None),
        ("It took over three years.", "over"),
        ("The margin is plus or minus 3 percentage points.", "plus or minus"),
        ("The margin is +/- 3 points.", "plus or minus"),
    ],
)
def test_a_change_by_an_amount_has_its_direction(text: str, modifier: str | None) -> None:
    """Up and down where something changes by so much; "over" a time is during it."""
    assert amounts_of(text)[0][2] == modifier
