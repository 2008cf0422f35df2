"""Whether two contents of one source say the same.

Every measure of likeness stays above .90 when one number of a sentence is changed, so the measure only
proposes; what differs decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.merge.said import Said

# Shared words over all words, without stop words. Own pairs: paraphrases of one statement lie at .55 to 1;
# below that a shared topic is as likely as a shared statement.
SAME_WORDS = 0.55
# A cut-down version says less: fewer words than this are found in many a sentence by chance.
FEWEST_WORDS_OF_A_PART = 3

FEWEST_WORDS_OF_A_CUT = 4  # words of a quotation, stop words and all


def covers(fuller: Said, other: Said) -> bool:
    """Whether a reader of `fuller` has read `other`."""
    if is_cut_quotation(other, fuller):
        return True
    if not same_stand(fuller, other):
        return False
    return is_part_of(other, fuller) or is_same_in_other_words(fuller, other)


def is_cut_quotation(cut: Said, whole: Said) -> bool:
    """Whether `cut` is nothing but quotations that stand word for word in those of `whole`."""
    if not cut.quotations or cut.is_framed:
        return False
    return all(
        len(part) >= FEWEST_WORDS_OF_A_CUT and any(is_run_of(part, other) for other in whole.quotations)
        for part in cut.quotations
    )


def same_stand(one: Said, two: Said) -> bool:
    """Negation, modality, stance, qualifying words and the person spoken of agree."""
    return (
        one.negations == two.negations
        and one.modals == two.modals
        and one.stances == two.stances
        and one.qualifiers == two.qualifiers
        and same_persons(one, two)
    )


def same_persons(one: Said, two: Said) -> bool:
    """ "I" may be "he" in indirect speech, but "he" is never "she" and a quoted "I" no quoted "they"."""
    if one.quoted and two.quoted:
        return not one.persons or not two.persons or bool(one.persons & two.persons)
    third_one, third_two = one.persons & {"he", "she"}, two.persons & {"he", "she"}
    return not third_one or not third_two or third_one == third_two


def is_part_of(part: Said, whole: Said) -> bool:
    """Whether all that `part` says stands in `whole`, in order, with its numbers, names and times."""
    if common_in_order(part.numbers, whole.numbers) < len(part.numbers) or (
        part.times and part.times != whole.times
    ):
        return False
    if len(part.words) < FEWEST_WORDS_OF_A_PART:
        return part.words == whole.words or (
            part.quoted > 0 and whole.quoted > 0 and is_run_of(part.words, whole.words)
        )
    return common_in_order(part.words, whole.words) == len(part.words)


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
    if not shares_most(first, second):
        return False
    return one.passive != two.passive or same_order_of_names(one, two)


def same_names(one: Said, two: Said) -> bool:
    """Whether each name of one stands in the other, capital or not."""
    return one.names <= set(two.words) and two.names <= set(one.words)


def shares_most(first: Counter[str], second: Counter[str]) -> bool:
    union = (first | second).total()
    return union > 0 and (first & second).total() / union >= SAME_WORDS


def same_order_of_names(one: Said, two: Said) -> bool:
    names = one.names | two.names
    return [word for word in one.words if word in names] == [word for word in two.words if word in names]


def common_in_order(part: Sequence[str], whole: Sequence[str]) -> int:
    """How many words of `part` stand in `whole` in the same order."""
    row = [0] * (len(whole) + 1)
    for word in part:
        before = 0
        for at, other in enumerate(whole, start=1):
            before, row[at] = row[at], before + 1 if word == other else max(row[at], row[at - 1])
    return row[-1]
