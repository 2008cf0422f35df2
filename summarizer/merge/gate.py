"""Whether two contents of one source say the same.

Every measure of likeness stays above .90 when one number of a sentence is changed, so the measure only
proposes; what differs decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.merge.said import Said, take_apart

# Shared words over all words, without stop words. Own pairs: paraphrases of one statement lie at .55 to 1;
# below that a shared topic is as likely as a shared statement.
SAME_WORDS = 0.55
# A cut-down version says less: fewer words than this are found in many a sentence by chance.
FEWEST_WORDS_OF_A_PART = 3

AND = re.compile(r"[,;]?\s+(?:and|but)\s+")
CONDITIONS = frozenset(("if", "unless", "until", "alleged"))  # reach back over what stands before them

FEWEST_WORDS_OF_A_CUT = 4  # words of a quotation, stop words and all


def covers(fuller: Said, other: Said) -> bool:
    """Whether a reader of `fuller` has read `other`."""
    if is_cut_quotation(other, fuller) or says(fuller, other):
        return True
    return any(says(opening, other) for opening in openings(fuller))


def says(fuller: Said, other: Said) -> bool:
    """Whether the whole of `fuller` stands to what it says as `other` does, and says all of it."""
    return same_stand(fuller, other) and (is_part_of(other, fuller) or is_same_in_other_words(fuller, other))


def openings(said: Said) -> Iterator[Said]:
    """What stands before an "and": what comes behind it neither denies it nor puts it in doubt."""
    for joint in AND.finditer(said.text):
        opening, rest = said.text[: joint.start()], take_apart(said.text[joint.end() :])
        if opening.count("“") == opening.count("”") and not rest.stances and not rest.modals & CONDITIONS:
            yield take_apart(opening)


def is_cut_quotation(cut: Said, whole: Said) -> bool:
    """Whether `cut` is nothing but quotations that stand word for word in those of `whole`."""
    if not cut.quotations or cut.is_framed:
        return False
    return all(
        len(part) >= FEWEST_WORDS_OF_A_CUT and any(is_run_of(part, other) for other in whole.quotations)
        for part in cut.quotations
    )


def same_stand(one: Said, two: Said) -> bool:
    """Negation, modality, stance, qualifying words and the person spoken of agree; `two` may name fewer persons."""
    return (
        one.negations == two.negations
        and not go_apart(one, two)
        and one.modals == two.modals
        and one.stances == two.stances
        and one.qualifiers == two.qualifiers
        and same_persons(one, two)
    )


def same_persons(one: Said, two: Said) -> bool:
    """ "I" may be "he" in indirect speech, but "he" is never "she" and a quoted "I" no quoted "they"."""
    if one.quoted and two.quoted:
        return not one.persons or two.persons <= one.persons
    third_one, third_two = one.persons & {"he", "she"}, two.persons & {"he", "she"}
    return not third_one or not third_two or third_one == third_two


def go_apart(one: Said, two: Said) -> bool:
    """Whether a number is where something went in one and how far it went in the other."""
    return any(
        number == other and step != another for step, number in one.steps for another, other in two.steps
    )


def is_part_of(part: Said, whole: Said) -> bool:
    """Whether all that `part` says stands in `whole`, in order, with its numbers, names and times."""
    if not stands_in(part.numbers, whole.numbers) or (part.times and part.times != whole.times):
        return False
    if len(part.words) < FEWEST_WORDS_OF_A_PART:
        return part.words == whole.words or (
            part.quoted > 0 and whole.quoted > 0 and is_run_of(part.words, whole.words)
        )
    return stands_in(part.words, whole.words) and adds_asides_only(whole, part)


def adds_asides_only(whole: Said, part: Said) -> bool:
    """Whether what `whole` says beyond `part` stands behind it, or is an aside in it."""
    left = list(part.words)
    for word, is_aside in zip(whole.words, whole.asides, strict=True):
        if not left:
            return True
        if word == left[0]:
            left.pop(0)
        elif not is_aside:
            return False
    return not left


def is_run_of(part: Sequence[str], whole: Sequence[str]) -> bool:
    size = len(part)
    return size > 0 and any(tuple(whole[i : i + size]) == tuple(part) for i in range(len(whole) - size + 1))


def is_same_in_other_words(one: Said, two: Said) -> bool:
    """Whether the two share most words, agree on every hard fact and only one of them adds words."""
    if one.numbers != two.numbers or one.times != two.times or not same_names(one, two):
        return False
    first, second = Counter(one.words), Counter(two.words)
    only_first, only_second = first - second, second - first
    if only_first and only_second:
        return False  # a word put for another: nobody knows whether it means the same
    if not shares_most(first, second) or is_turned_round(one, two):
        return False
    if not (are_asides(one, only_first) and are_asides(two, only_second)):
        return False
    return one.passive != two.passive or same_order_of_names(one, two)


def are_asides(said: Said, added: Counter[str]) -> bool:
    """Whether each of these words of `said` may be left out of it."""
    return all(is_aside for word, is_aside in zip(said.words, said.asides, strict=True) if word in added)


def is_turned_round(one: Said, two: Said) -> bool:
    """Whether who comes first in one comes last in the other: the dog bit the postman, the postman the dog."""
    if (
        one.passive != two.passive
        or one.begins_aside
        or two.begins_aside
        or len(one.words) < FEWEST_WORDS_OF_A_PART
    ):
        return False
    return (one.words[0], one.words[-1]) == (two.words[-1], two.words[0]) and one.words[0] != one.words[-1]


def same_names(one: Said, two: Said) -> bool:
    """Whether each name of one stands in the other, capital or not."""
    return one.names <= set(two.words) and two.names <= set(one.words)


def shares_most(first: Counter[str], second: Counter[str]) -> bool:
    union = (first | second).total()
    return union > 0 and (first & second).total() / union >= SAME_WORDS


def same_order_of_names(one: Said, two: Said) -> bool:
    names = one.names | two.names
    return [word for word in one.words if word in names] == [word for word in two.words if word in names]


def stands_in(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether all of `part` stands in `whole` in the same order, whatever stands between."""
    rest = iter(whole)
    return all(word in rest for word in part)
