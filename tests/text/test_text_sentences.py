"""Where a sentence ends, what belongs to it, and which ones need a citation."""

from hashlib import sha256

import pytest

from dateline.text import sentences


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # ends
        ("It fell. Then it rained.", ["It fell.", "Then it rained."]),
        ("It fell! Did it? It did… Yes", ["It fell!", "Did it?", "It did…", "Yes"]),
        ("It fell... Then it rained.", ["It fell...", "Then it rained."]),
        ("It fell?! Then it rained.", ["It fell?!", "Then it rained."]),
        ("It fell. 3 were hurt.", ["It fell.", "3 were hurt."]),
        ("It fell. then it rained.", ["It fell. then it rained."]),
        ("It fell.Then it rained.", ["It fell.Then it rained."]),
        ("It fell.\nThen it rained.", ["It fell.", "Then it rained."]),
        ("It fell.  \nThen it rained.", ["It fell.", "Then it rained."]),
        ("It fell\non the pier.", ["It fell on the pier."]),
        ("No stop at all", ["No stop at all"]),
        # quotes and brackets
        ('He said "It fell." Then he left.', ['He said "It fell."', "Then he left."]),
        ("“It fell.” “When?” “Now.”", ["“It fell.”", "“When?”", "“Now.”"]),
        ("“It fell,” he said. “Now.”", ["“It fell,” he said.", "“Now.”"]),
        ("(It fell.) (It rained.)", ["(It fell.)", "(It rained.)"]),
        ("„Es fiel.“ «È caduto.» ¿Qué?", ["„Es fiel.“", "«È caduto.»", "¿Qué?"]),
        ("It fell. —Then it rained.", ["It fell.", "—Then it rained."]),
        ("“Stop!” he said.", ["“Stop!” he said."]),
        # numbers
        ("About 3.5 km off. Then 2.", ["About 3.5 km off.", "Then 2."]),
        ("At 04.10 it fell. 5 were hurt.", ["At 04.10 it fell.", "5 were hurt."]),
        ("They counted 3. Then they left.", ["They counted 3.", "Then they left."]),
        # abbreviations
        ("Brig. Gen. A. Smith spoke. He left.", ["Brig. Gen. A. Smith spoke.", "He left."]),
        ("Lt. Col. J. R. Doe of the U.S. Army", ["Lt. Col. J. R. Doe of the U.S. Army"]),
        ("Mr. X met Mrs. Y and Dr. Z.", ["Mr. X met Mrs. Y and Dr. Z."]),
        ("See p. 3 and pp. IV to VI. Yes.", ["See p. 3 and pp. IV to VI.", "Yes."]),
        ("At 5 p.m. Baghdad time.", ["At 5 p.m. Baghdad time."]),
        ("On Oct. 18 at St. John.", ["On Oct. 18 at St. John."]),
        ("Arms, e.g. Drones, i.e. One.", ["Arms, e.g. Drones, i.e. One."]),
        ("Approx. 40 men (ca. 3 hurt, cf. Annex).", ["Approx. 40 men (ca. 3 hurt, cf. Annex)."]),
        ("Attack No. 3 came.", ["Attack No. 3 came."]),
        ('"No." Then he left. He said no. They left.',
         ['"No."', "Then he left.", "He said no.", "They left."]),
        ("It left a mar. Then it sat. Done.", ["It left a mar.", "Then it sat.", "Done."]),
        ("J.-P. Sartre and A.B. Yehoshua", ["J.-P. Sartre and A.B. Yehoshua"]),
        ("The U.S.", ["The U.S."]),
        ("А. Иванов сказал. Он ушёл.", ["А. Иванов сказал.", "Он ушёл."]),
        ("The drone was a Shahed. It fell.", ["The drone was a Shahed.", "It fell."]),
        # scripts without capitals
        ("سقطت صواريخ. لم يصب أحد.", ["سقطت صواريخ.", "لم يصب أحد."]),
        ("هل سقطت؟ نعم.", ["هل سقطت؟", "نعم."]),
        ("یہ گرا۔ پھر بارش ہوئی۔", ["یہ گرا۔", "پھر بارش ہوئی۔"]),
        ("قال د. أحمد ذلك. ثم غادر.", ["قال د. أحمد ذلك.", "ثم غادر."]),
        # citations are no part of the text
        ("It fell [@a]. Then it rained [@b].", ["It fell.", "Then it rained."]),
        ("It fell. [@a] Then it rained. [@b]", ["It fell.", "Then it rained."]),
        ("It fell.[@a]\nThen it [@b, p. 3] rained.", ["It fell.", "Then it rained."]),
        ("It fell. [@a, p. 3. Then] It rained.", ["It fell.", "It rained."]),
        ("[@a] It fell.", ["It fell."]),
        ("(It fell.[@a]) Then.", ["(It fell.)", "Then."]),
        ("[@a]", []),
        ("It fell.\n\n[@a]", ["It fell."]),
        # Markdown
        ("**It fell.** Then *it* rained.", ["It fell.", "Then it rained."]),
        ("See [the page. Now](https://a.example). `x` fell.", ["See the page.", "Now. x fell."]),
        ("A &amp; B fell. &Eacute;t&eacute; &lt;3.", ["A & B fell.", "Été <3."]),
        ("It fell\\. Then.", ["It fell.", "Then."]),
        ("> It fell\n> on the pier. Then\nit rained.", ["It fell on the pier.", "Then it rained."]),
        ("- One. Two\n  fell\n- Three\n\n  - Four", ["One.", "Two fell", "Three", "Four"]),
        ("1. One\n   > Two\n\n   Three", ["One", "Two", "Three"]),
        ("## It fell. Then\n\nIt rained.\n\nHead\n---", ["It fell.", "Then", "It rained.", "Head"]),
        ("| A. B | c |\n|---|---|\n| D [@a] | It fell. Then. |",
         ["A. B", "c", "D", "It fell.", "Then."]),
        ("```\nIt fell. Then.\n```\n\n    Code. Code.\n\nx", ["x"]),
        ("a\n\n---\n\nb", ["a", "b"]),
        ("", []),
        (" \n\n\u00a0", []),
        ("It\u00a0fell  \t far.", ["It fell far."]),
    ],
)  # fmt: skip
def test_sentences(source: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in sentences(source)] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("It fell.", [True]),
        ("It fell [@a].", [True]),
        ("## It fell.", [False]),
        ("| It fell. |\n|---|\n| Then. |", [False, False]),
        ("The accounts differ:\n\n- One.\n- Two:", [False, True, False]),
        ("It fell. The accounts differ:", [True, False]),
        ("**Claimed:**", [False]),
        ("**Claimed:** [@a]", [False]),
        ("**Claimed:** it fell.", [True]),
        ("قال:", [False]),
        ("他说：", [False]),
        ("> It fell.", [True]),
        ("…", [False]),
        ("🚀 —", [False]),
        ("“It fell”", [True]),
    ],
)
def test_needs_citation(source: str, expected: list[bool]) -> None:
    assert [sentence.needs_citation for sentence in sentences(source)] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("It fell. [@a] Then [@b] it rained.", [["a"], ["b"]]),
        ("It fell [@a]. [@b] [@c] Then.", [["a", "b", "c"], []]),
        ("It fell.[@a] Then.", [["a"], []]),
        ("[@a] It fell. Then.", [["a"], []]),
        ("He said “It fell.” [@a] Then.", [["a"], []]),
        ("(It fell.) [@a] Then [@b; @c].", [["a"], ["b", "c"]]),
        ("It fell. [@a]\n\nThen.", [["a"], []]),
        ("- It fell. [@a]\n- [@b] Then.", [["a"], ["b"]]),
        ("It `[@x]` fell \\[@y]. [@a]", [["a"]]),
        ("It fell [@a]! Then… [@b]", [["a"], ["b"]]),
    ],
)
def test_citations_of_sentences(source: str, expected: list[list[str]]) -> None:
    found = [
        [cited.key for citation in sentence.citations for cited in citation.sources]
        for sentence in sentences(source)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("It fell. [@a]  Then é [@b].", ["It fell. [@a]", "Then é [@b]."]),
        ("é 🚀.\n\n> So it\n> fell. É", ["é 🚀.", "So it\n> fell.", "É"]),
        ("**It fell.** *Then*", ["It fell.", "Then"]),
        ("A &amp; Bo. &Eacute;", ["A &amp; Bo.", "&Eacute;"]),
        ("| é | It. |\n|---|---|", ["é", "It."]),
        ("- `x` fell. `Y`", ["`x` fell.", "`Y`"]),
        ("x\n\n[@a] It fell. [@b; \n@c]", ["x", "[@a] It fell. [@b; \n@c]"]),
    ],
)
def test_offsets(source: str, expected: list[str]) -> None:
    assert [source[found.start : found.end] for found in sentences(source)] == expected


def test_hash_is_of_the_text_alone() -> None:
    (sentence,) = sentences("It fell on the pier [@a].")
    assert sentence.hash == sha256(b"It fell on the pier.").hexdigest()[:16]


@pytest.mark.parametrize(
    "source",
    [
        "It fell on the pier.",
        "It fell on the pier. [@a]",
        "It fell [@b; @c, p. 3] on the pier.[@a]",
        "It fell\non the   pier [@a].",
        "> It fell on\n> the pier [@a].",
        "- It *fell* on\n  the **pier**",
        "[It fell](https://a.example) on the pier.",
        "Before. It fell on the pier. After.",
        "It fell on the&#32;pier.",
    ],
)
def test_hash_stays(source: str) -> None:
    """Citing, wrapping, quoting and emphasising leave a reader's verdict where it is."""
    text = source if "**pier**" not in source else source + "."
    (plain,) = sentences("It fell on the pier.")
    assert plain.hash in [sentence.hash for sentence in sentences(text)]


@pytest.mark.parametrize(
    "source", ["It fell on the pier!", "it fell on the pier.", "It fell on a pier."]
)
def test_hash_changes_with_the_words(source: str) -> None:
    assert sentences(source)[0].hash != sentences("It fell on the pier.")[0].hash
