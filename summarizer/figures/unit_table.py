"""The units a newspaper measures in: singular English name, dimension, and the ways each is written."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Unit(NamedTuple):
    """`symbols` are case-sensitive and may touch the number; `words` are not and may not.

    `size` is the length in the dimension's smallest unit, for "5ft 10in"; 0 where nobody adds them up.
    """

    name: str
    dimension: str
    symbols: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    size: Decimal = Decimal(0)


def _unit(name: str, dimension: str, symbols: str = "", words: str = "", size: int = 0) -> Unit:
    """A row of the table: symbols parted by spaces, words by commas; plurals in -s and -es are implied."""
    forms = [form.strip() for form in words.split(",") if form.strip()] or [name]
    plurals = [plural for form in forms for plural in (form, f"{form}s", f"{form}es")]
    return Unit(name, dimension, tuple(symbols.split()), tuple(plurals), Decimal(size))


UNITS: tuple[Unit, ...] = (
    # shares
    _unit("percentage", "share", "% pc pct", "per cent, percent, pct, percentage"),
    _unit(
        "percentage point",
        "share",
        "pp ppt ppts",
        "percentage point, percent point, per cent point, %-point, % point",
    ),
    _unit("basis point", "share", "bps bp", "basis point"),
    _unit("parts-per-million", "share", "ppm", "parts per million, part per million"),
    _unit("parts-per-billion", "share", "ppb", "parts per billion, part per billion"),
    _unit("point", "points", "pts", "point, pt"),
    # time
    _unit("millisecond", "time", "ms"),
    _unit("second", "time", "s sec secs", "second, sec", size=1),
    _unit("minute", "time", "min mins", "minute, min", size=60),
    _unit("hour", "time", "h hr hrs", "hour, hr", size=3600),
    _unit("day", "time"),
    _unit("night", "time"),
    _unit("week", "time", "wks"),
    _unit("fortnight", "time"),
    _unit("month", "time"),
    _unit("year", "time", "yr yrs", "year, yr, yr."),
    _unit("decade", "time"),
    _unit("century", "time", "", "century, centurie"),
    _unit("millennium", "time", "", "millennium, millennia"),
    _unit("light-year", "length", "", "light-year, light year"),
    # length
    _unit("nanometre", "length", "nm", "nanometre, nanometer"),
    _unit("micrometre", "length", "μm µm um", "micrometre, micrometer, micron"),
    _unit("millimetre", "length", "mm MM", "millimetre, millimeter"),
    _unit("centimetre", "length", "cm CM", "centimetre, centimeter"),
    _unit("metre", "length", "m", "metre, meter"),
    _unit("kilometre", "length", "km kms KM Km", "kilometre, kilometer, km"),
    _unit("inch", "length", "in ″", "inch", size=1),
    _unit("foot", "length", "ft ′", "foot, feet, ft", size=12),
    _unit("yard", "length", "yd yds", size=36),
    _unit("mile", "length", "mi"),
    _unit("nautical mile", "length"),
    _unit("fathom", "length"),
    _unit("furlong", "length"),
    _unit("parsec", "length"),
    _unit("astronomical unit", "length"),
    # area
    _unit("square foot", "area", "sqft ft² ft2", "square foot, square feet, sq ft, sq. ft., sq. ft"),
    _unit("square metre", "area", "sqm m² m2", "square metre, square meter, sq m, sq metre"),
    _unit("square kilometre", "area", "km² km2", "square kilometre, square kilometer, sq km"),
    _unit("square mile", "area", "", "square mile, sq mile, sq. mile"),
    _unit("square centimetre", "area", "cm² cm2", "square centimetre, square centimeter"),
    _unit("square millimetre", "area", "mm² mm2", "square millimetre, square millimeter"),
    _unit("square inch", "area", "", "square inch"),
    _unit("acre", "area"),
    _unit("hectare", "area", "ha"),
    # volume
    _unit("millilitre", "volume", "ml mL ML", "millilitre, milliliter"),
    _unit("centilitre", "volume", "cl", "centilitre, centiliter"),
    _unit("litre", "volume", "l L", "litre, liter"),
    _unit("cubic metre", "volume", "m³ m3", "cubic metre, cubic meter"),
    _unit("cubic kilometre", "volume", "km³", "cubic kilometre, cubic kilometer"),
    _unit("cubic foot", "volume", "", "cubic foot, cubic feet"),
    _unit("cubic centimetre", "volume", "cc cm³", "cubic centimetre, cubic centimeter"),
    _unit("gallon", "volume"),
    _unit("quart", "volume"),
    _unit("pint", "volume"),
    _unit("barrel of oil", "volume", "", "barrel of oil, barrels of oil, barrel of crude, barrels of crude"),
    _unit("barrel", "volume", "bbl"),
    _unit("cup", "volume"),
    _unit("teaspoon", "volume", "tsp"),
    _unit("tablespoon", "volume", "tbsp"),
    _unit("fluid ounce", "volume", "", "fluid ounce, fl oz, fl. oz"),
    _unit("cubic inch", "volume", "", "cubic inch"),
    _unit("cubic yard", "volume", "", "cubic yard"),
    _unit("bushel", "volume"),
    # mass
    _unit("milligram", "mass", "mg", "milligram, milligramme"),
    _unit("microgram", "mass", "mcg μg µg", "microgram"),
    _unit("gram", "mass", "g", "gram, gramme"),
    _unit("kilogram", "mass", "kg kgs KG Kg", "kilogram, kilo, kilogramme"),
    _unit("ounce", "mass", "oz", size=1),
    _unit("pound-mass", "mass", "lb lbs LB LBS", "lb", size=16),
    _unit("stone", "mass", "st", size=224),
    _unit("ton", "mass"),
    _unit("tonne", "mass", "", "tonne, metric ton, metric tonne"),
    _unit("carat", "mass"),
    _unit("troy ounce", "mass"),
    _unit("quintal", "mass"),
    _unit("kilotonne", "mass", "kt", "kilotonne, kiloton"),
    _unit("megatonne", "mass", "Mt", "megatonne, megaton"),
    _unit("gigatonne", "mass", "Gt", "gigatonne, gigaton"),
    # speed and consumption
    _unit(
        "mile per hour", "speed", "mph MPH Mph", "mile per hour, miles per hour, mile an hour, miles an hour"
    ),
    _unit(
        "kilometre per hour",
        "speed",
        "km/h km/hr kph kmh kmph KM/H Km/h KMH KPH",
        "kilometre per hour, kilometres per hour, kilometer per hour, kilometers per hour, kilometres an hour, kilometers an hour",
    ),
    _unit(
        "metre per second",
        "speed",
        "m/s",
        "metres per second, meters per second, metre per second, meter per second",
    ),
    _unit("knot", "speed", "kts kn"),
    _unit("mile per gallon", "consumption", "mpg MPG", "miles per gallon, mile per gallon"),
    _unit("revolutions per minute", "frequency", "rpm RPM r/min", "revolutions per minute"),
    # electricity, power, heat, sound, light
    _unit("hertz", "frequency", "Hz"),
    _unit("kilohertz", "frequency", "kHz"),
    _unit("megahertz", "frequency", "MHz"),
    _unit("gigahertz", "frequency", "GHz"),
    _unit("terahertz", "frequency", "THz"),
    _unit("watt", "power", "W"),
    _unit("kilowatt", "power", "kW KW kw"),
    _unit("megawatt", "power", "MW"),
    _unit("gigawatt", "power", "GW"),
    _unit("terawatt", "power", "TW"),
    _unit("horsepower", "power", "hp HP PS", "horsepower, horse power"),
    _unit("brake horsepower", "power", "bhp BHP", "brake horsepower"),
    _unit("watt hour", "energy", "Wh", "watt hour, watt-hour"),
    _unit("kilowatt hour", "energy", "kWh KWh kwh", "kilowatt hour, kilowatt-hour"),
    _unit("megawatt hour", "energy", "MWh", "megawatt hour, megawatt-hour"),
    _unit("gigawatt hour", "energy", "GWh", "gigawatt hour, gigawatt-hour"),
    _unit("terawatt hour", "energy", "TWh", "terawatt hour, terawatt-hour"),
    _unit("joule", "energy", "J"),
    _unit("kilojoule", "energy", "kJ"),
    _unit("calorie", "energy", "kcal cal"),
    _unit(
        "mega british thermal unit",
        "energy",
        "mmBTU mmBtu MMBtu mmbtu MMBTU",
        "million British thermal units",
    ),
    _unit("volt", "voltage", "V"),
    _unit("ampere", "current", "A", "ampere, amp"),
    _unit("milliampere-hour", "charge", "mAh mah", "milliampere-hour, milliamp hour, milliamp-hour"),
    _unit("millivolt", "voltage", "mV"),
    _unit("kilovolt", "voltage", "kV"),
    _unit("milliampere", "current", "mA", "milliampere, milliamp"),
    _unit("ohm", "resistance", "Ω"),
    _unit("farad", "capacitance", "µF μF"),
    _unit("megajoule", "energy", "MJ"),
    _unit("gigajoule", "energy", "GJ"),
    _unit("kilocalorie", "energy"),
    _unit("milliwatt", "power", "mW"),
    _unit("decibel", "sound", "dB"),
    _unit("lumen", "light", "lm"),
    _unit("lux", "light", "", "lux"),
    _unit("becquerel", "radiation", "Bq"),
    _unit("sievert", "radiation", "Sv"),
    _unit("millisievert", "radiation", "mSv"),
    _unit("nit", "light"),
    _unit("megapixel", "pixels", "MP mp"),
    _unit("pixel", "pixels", "px"),
    _unit(
        "celsius",
        "temperature",
        "°C ℃ C",
        "degree celsius, degrees celsius, celsius, degree centigrade, degrees centigrade, degree C, degrees C",
    ),
    _unit(
        "fahrenheit",
        "temperature",
        "°F ℉ F",
        "degree fahrenheit, degrees fahrenheit, fahrenheit, degree F, degrees F",
    ),
    _unit("kelvin", "temperature"),
    _unit("degree", "angle", "°"),
    # forces
    _unit("newton metre", "torque", "Nm", "newton metre, newton meter, newton-metre, newton-meter"),
    _unit(
        "pound-foot",
        "torque",
        "",
        "pound-foot, pound-feet, pound foot, pound feet, pound-feet of torque, pound feet of torque",
    ),
    _unit("foot pound-force", "torque", "lb-ft lbft ft-lb", "foot-pound, lb-ft"),
    _unit("newton", "force", "N"),
    _unit("kilonewton", "force", "kN"),
    _unit("bar", "pressure", "bar"),
    _unit("atmosphere", "pressure", "atm"),
    _unit("pascal", "pressure", "Pa"),
    _unit("kilopascal", "pressure", "kPa"),
    _unit("megapascal", "pressure", "MPa"),
    _unit("gigapascal", "pressure", "GPa"),
    _unit("millibar", "pressure", "mb mbar hPa"),
    _unit("pound per square inch", "pressure", "psi"),
    # bytes
    _unit("bit", "memory"),
    _unit("byte", "memory"),
    _unit("kilobyte", "memory", "KB kB"),
    _unit("megabyte", "memory", "MB"),
    _unit("gigabyte", "memory", "GB"),
    _unit("terabyte", "memory", "TB"),
    _unit("petabyte", "memory", "PB"),
    _unit("megabit per second", "bandwidth", "Mbps Mb/s", "megabits per second, megabit per second"),
    _unit("gigabit per second", "bandwidth", "Gbps Gb/s", "gigabits per second, gigabit per second"),
    # sport
    _unit("win above replacement", "sport", "WAR", "win above replacement, wins above replacement"),
    # ages
    _unit("year of age", "age", "", "year-old, year old, years old, years-old, yr-old, yr old, years of age"),
    _unit("month of age", "age", "", "month-old, month old, months old, months-old, months of age"),
    _unit("week of age", "age", "", "week-old, week old, weeks old, weeks-old"),
    _unit("day of age", "age", "", "day-old, day old, days old, days-old"),
    # multiples
    _unit("count", "multiple", "x ×", "times, fold"),
)
