"""Abbreviations behind whose full stop a sentence goes on, as newsrooms write them."""

from __future__ import annotations

# They stand before a name: "Sgt. Ann Example". spaCy's own tokenizer knows a few of them only, takes the full stop of
# the others for the end of a sentence, and so tears the name from its title and from what its bearer said.
TITLES = tuple(
    """
    Adm Ald Amb Asst Atty Brig Capt Cdr Cllr Cmdr Col Const Cpl Cst Del Dep Det Dir Dist Dr Fr Gen Gov Hon Insp Lt Maj
    Mr Mrs Ms Msgr Ofc Pfc Pres Prof Pvt Rep Rev Secy Sen Sgt Spc St Supt Treas
    """.split()
)
OTHERS = tuple("Jr Sr vs No Inc Corp Co Ltd Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split())
EITHER = "|".join((*TITLES, *OTHERS))  # for a pattern
