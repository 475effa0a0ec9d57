"""Abbreviations whose full stop does not end a sentence (brief format, "A sentence").

One written here in small letters is meant with a capital too ("Approx. 40"); one with a capital is
meant only so ("Mar. 3" is the month, "mar." a verb). Letters with a stop each ("U.S.", "p.m.") and
single capitals ("J. Smith") need no listing.
"""

_RANKS = """
    Brig Gen Lt Col Maj Capt Cpt Cdr Cmdr Cmd Comdr Adm Adml Sgt Cpl Pfc Pvt Spc Ens Msgt Ssgt
    Insp Supt Det
"""
_PERSONS = """
    Mr Mrs Ms Messrs Mx Dr Prof Hon Rev Fr St Sts Sen Rep Gov Pres Amb Min Sec Jr Sr Esq Bros
"""
_PLACES_AND_BODIES = "Mt Ft Ave Blvd Rd Sq Inc Ltd Corp Co Dept Div Bn Regt Bde Univ Assn Intl"
_DAYS_AND_MONTHS = """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Mon Tue Tues Wed Thu Thur Thurs Fri
"""
_WORDS = """
    approx ca cf etc al vs viz ibid incl excl resp est ed eds trans
    p pp v vols para paras fn e.g i.e
"""

ALWAYS = frozenset(f"{_RANKS} {_PERSONS} {_PLACES_AND_BODIES} {_DAYS_AND_MONTHS} {_WORDS}".split())
"""Never the end of a sentence, whatever follows. Without the last stop."""

_WITH_NUMBERS = """
    no nos art arts fig figs vol ch sec c lat long Sat Sun
"""

BEFORE_A_NUMBER = frozenset(_WITH_NUMBERS.split())
"""Abbreviations only where a digit follows: "No. 3", but "He said no. They left"."""
