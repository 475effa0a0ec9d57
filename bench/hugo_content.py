"""The corpus as the content of a Hugo site that makes the same pages.

What a Hugo theme cannot do well is done for it here, outside of the measured time: which brief
stands before and after another at a place, how a list is cut into pages, the tables where two
facets meet, the bounds of a figure. Titles, names, rows and lists are Hugo's own work, by its
taxonomies.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date as Day
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.corpus import Corpus, Entry, Record, Text
from bench.cuts import LIST_ROWS, feed_archives, periods, slices
from bench.figures import figure, is_sum, sum_words
from bench.invented import MONTHS

FEED_FORMS = ["rssarchive", "atomarchive", "jsonarchive"]

# Section, taxonomy and heading of the lists on a facet's page.
ONE_LIST = (("incidents", "", "Incidents"),)
GROUP_LISTS = (
    ("claimed", "claimed", "Claimed by this group"),
    ("attributed", "attributed", "Attributed to this group by others"),
    ("denied", "denied", "Denied by this group"),
    ("named", "named", "Named in another role, or of such attacks in general"),
    ("gone", "gone", "Claims and attributions that no longer stand"),
)
COUNTED = ("claimed", "attributed", "denied")
ENTRIES_TO_A_PAGE = 2 * LIST_ROWS


class HugoContent:
    """Everything below content/ and data/, as paths and bytes."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.days = {brief.slug: _day(brief) for brief in corpus.briefs}
        self.briefs = sorted(corpus.briefs, key=_order)
        self.by_id = {brief.slug: brief for brief in corpus.briefs}
        self.country = {
            place.slug: str(place.fields["country"]).lower() for place in corpus.locations
        }
        self._taxonomies_of: dict[str, dict[str, list[str]]] = {}
        self.members: dict[str, dict[str, dict[str, Entry]]] = defaultdict(
            lambda: defaultdict(dict)
        )
        for brief in self.briefs:
            for taxonomy, slugs in self._taxonomies(brief).items():
                for slug in slugs:
                    self.members[taxonomy][slug][brief.slug] = brief
        self.near = _Near(self)
        self.letters = _Letters(self)
        self.stubs: list[Record] = []

    def files(self) -> Iterator[tuple[str, bytes]]:
        own = {"target": {"kind": "page"}, "outputs": ["html", "brief"]}
        unseen = {"render": "never", "list": "never"}
        yield "content/briefs/_index.md", _file({"build": unseen, "cascade": [own]}, "")
        for brief in self.briefs:
            yield self.brief_file(brief)
        yield from self._facets()
        yield from self._timeline()
        yield from self._sources()
        self._site_feeds()
        yield from self._corrections()
        self._single_pages()
        names = {
            "groups": {e.slug: e.fields["name"] for e in self.corpus.groups},
            "locations": {
                e.slug: {"name": e.fields["name"], "country": e.fields["country"]}
                for e in self.corpus.locations
            },
            "weapons": {
                e.slug: {"name": e.fields["name"], "plural": e.fields["plural"]}
                for e in self.corpus.weapons
            },
        }
        yield "data/names.json", _json(names)
        shared = {source.slug: _source(source.fields) for source in self.corpus.sources}
        yield "data/shared.json", _json(shared)
        yield (
            "data/totals.json",
            _json([{"slug": e.slug, **_plain(e.fields)} for e in self.corpus.totals]),
        )
        yield "data/stubs.json", _json(self.stubs)

    def brief_file(self, brief: Entry) -> tuple[str, bytes]:
        fields = brief.fields
        sources = [
            {**self._listed(source), "number": number}
            for number, source in enumerate(fields["sources"], 1)
        ]
        record = _plain({name: value for name, value in fields.items() if name != "sources"})
        record["weapons"] = [
            {
                **row,
                "launched": figure(row["launched"], row.get("sources", [])),
                "intercepted": figure(row["intercepted"], row.get("sources", [])),
            }
            for row in record["weapons"]
        ]
        for row in record.get("casualties", []):
            row["killed"] = figure(row["killed"], row["sources"])
            row["injured"] = figure(row["injured"], row["sources"])
        head = {
            "title": fields["title"],
            "date": _moment(brief),
            "lastmod": max([str(fields["added"]), *(str(r["date"]) for r in self._revised(brief))]),
            **{name: slugs for name, slugs in self._taxonomies(brief).items() if slugs},
            "letters": self.letters.of(brief),
            "rec": {
                **record,
                "day": self.days[brief.slug].isoformat(),
                "sources": sources,
                "marks": {s["key"]: [s["number"], s["publisher"]] for s in sources},
                "said": self._said(brief),
                "figures": [
                    words
                    for row in record["weapons"]
                    for use in ("launched", "intercepted")
                    if is_sum(row[use]) and (words := sum_words(row[use], use))
                ]
                + [
                    f"{sum_words(row[harm], harm)} ({row['side']})"
                    for row in record.get("casualties", [])
                    for harm in ("killed", "injured")
                    if is_sum(row[harm]) and row[harm]["high"] != "0"
                ],
                "near": self.near.of(brief),
                "related": [brief_page(self.by_id[one]) for one in fields.get("related", [])],
            },
        }
        marks = head["rec"]["marks"]
        return f"content{brief_page(brief)}.md", _file(head, _markdown(brief.text, marks))

    def _revised(self, brief: Entry) -> list[Record]:
        revisions: list[Record] = brief.fields.get("revisions", [])
        return revisions

    def _listed(self, source: Any) -> Record:
        if isinstance(source, str):
            return {"key": source, "publisher": self.letters.shared[source]["publisher"]}
        return {**_source(source), "l": self.letters.place_of[id(source)]}

    def _said(self, brief: Entry) -> str:
        claims = brief.fields.get("claimed_by")
        if claims is None:
            return "Not recorded here whether anyone claimed it."
        names = [
            str(self.near.groups[c["group"]])
            for c in claims
            if c.get("standing", "stands") == "stands"
        ]
        if names:
            return f"Claimed by {' and '.join(dict.fromkeys(names))}."
        return "No claim stands." if claims else "No claim known."

    def _taxonomies(self, brief: Entry) -> dict[str, list[str]]:
        """By taxonomy, the terms of a brief; no edit of the bench changes them."""
        if brief.slug not in self._taxonomies_of:
            self._taxonomies_of[brief.slug] = self._found_taxonomies(brief)
        return self._taxonomies_of[brief.slug]

    def _found_taxonomies(self, brief: Entry) -> dict[str, list[str]]:
        fields = brief.fields
        found: dict[str, list[str]] = {name: [] for name, _, _ in GROUP_LISTS}
        for claim in fields.get("claimed_by") or ():
            stands = claim.get("standing", "stands") == "stands"
            found["claimed" if stands else "gone"].append(claim["group"])
        for said in fields.get("attributed_to") or ():
            if "group" in said:
                counts = "role" not in said and "scope" not in said
                found["attributed" if counts else "named"].append(said["group"])
        for denial in fields.get("denied_by") or ():
            found["denied"].append(denial["group"])
        day = _day(brief).isoformat()
        locations = list(fields["locations"])
        return {
            **{name: _once(slugs) for name, slugs in found.items()},
            "groups": _once([*found["claimed"], *found["attributed"]]),
            "locations": _once(locations),
            "countries": _once(self.country[slug] for slug in locations),
            "weapons": _once(row["type"] for row in fields["weapons"]),
            "months": [day[:7]],
            "years": [day[:4]],
            "sources": [key for key in fields["sources"] if isinstance(key, str)],
        }

    def _facets(self) -> Iterator[tuple[str, bytes]]:
        groups, places = self.corpus.groups, self.corpus.locations
        countries = [
            Entry(code, {"name": code.upper()})
            for code in sorted({self.country[place.slug] for place in places})
        ]
        for taxonomy, entries, lists, crossings in (
            ("groups", groups, GROUP_LISTS, ("locations", "weapons")),
            ("locations", places, ONE_LIST, ("groups", "weapons")),
            ("countries", countries, ONE_LIST, ("locations", "groups", "weapons")),
            ("weapons", self.corpus.weapons, ONE_LIST, ("groups", "locations")),
        ):
            below: dict[str, list[str]] = defaultdict(list)
            for entry in entries:
                for parent in _parents(entry):
                    below[parent].append(entry.slug)
            yield f"content/{taxonomy}/_index.md", _file({"title": taxonomy.title()}, "")
            for entry in entries:
                own = self.members[taxonomy][entry.slug]
                sections = list(self._sections(taxonomy, entry, lists))
                head = {
                    "title": entry.fields["name"],
                    "lists": sections,
                    "below": below[entry.slug],
                    "crossings": list(self._crossings(own.values(), crossings)),
                    "strip": _strip(own.values()),
                    "outputs": ["html", "rss", "atom", "feedjson", "facet"],
                    "rec": _plain(entry.fields),
                }
                marks = {s["key"]: [1, s["publisher"]] for s in entry.fields.get("sources", [])}
                yield (
                    f"content/{taxonomy}/{entry.slug}/_index.md",
                    _file(head, _markdown(entry.text, marks)),
                )
                self._feed_archives(f"{taxonomy}/{entry.slug}", taxonomy, entry.slug, len(own))
        for name, _, _ in GROUP_LISTS:
            # Only what the groups' pages take their lists from: no page of its own.
            unseen = {"render": "never", "list": "never"}
            head = {"title": name, "build": unseen, "cascade": {"build": unseen}}
            yield f"content/{name}/_index.md", _file(head, "")

    def _sections(
        self, taxonomy: str, entry: Entry, lists: Iterable[tuple[str, str, str]]
    ) -> Iterator[Record]:
        for key, other, heading in lists:
            briefs = list(self.members[other or taxonomy][entry.slug].values())
            if not briefs and key not in (*COUNTED, "incidents"):
                continue
            cut = list(slices(list(periods(briefs, _day, LIST_ROWS))))
            names = [name for name, _, _ in cut] if len(briefs) > LIST_ROWS else []
            yield {
                "key": key,
                "taxonomy": other or taxonomy,
                "heading": heading,
                "pages": names,
            }
            if names:
                self._stretches(f"{taxonomy}/{entry.slug}", key, other or taxonomy, entry, cut)

    def _stretches(
        self,
        folder: str,
        key: str,
        taxonomy: str,
        entry: Entry,
        cut: list[tuple[str, int, int]],
        layout: str = "stretch",
    ) -> None:
        path = f"{folder}/{key}" if key else folder
        for place, (name, end, count) in enumerate(cut):
            self.stubs.append(
                {
                    "path": f"{path}/{name}",
                    "title": f"{entry.fields.get('name', entry.fields.get('title'))}, {name}",
                    "layout": layout,
                    "params": {
                        "taxonomy": taxonomy,
                        "slug": entry.slug,
                        "end": end,
                        "count": count,
                        "before": cut[place - 1][0] if place else "",
                        "after": cut[place + 1][0] if place + 1 < len(cut) else "",
                    },
                }
            )

    def _crossings(self, briefs: Iterable[Entry], others: Iterable[str]) -> Iterator[Record]:
        found = list(briefs)
        for other in others:
            kinds = COUNTED if other == "groups" else (other,)
            counts: dict[str, Counter[str]] = defaultdict(Counter)
            for brief in found:
                taxonomies = self._taxonomies(brief)
                for kind in kinds:
                    for slug in taxonomies[kind]:
                        counts[slug][kind] += 1
            rows = sorted(counts, key=lambda slug: (-counts[slug].total(), slug))[:LIST_ROWS]
            if rows:
                yield {
                    "taxonomy": other,
                    "columns": kinds,
                    "rows": [[slug, *(counts[slug][kind] for kind in kinds)] for slug in rows],
                }

    def _timeline(self) -> Iterator[tuple[str, bytes]]:
        yield "content/months/_index.md", _file({"title": "Timeline", "url": "/timeline/"}, "")
        unseen = {"build": {"render": "never", "list": "never"}}
        yield "content/years/_index.md", _file({"title": "Years", **unseen}, "")
        for month in self.members["months"]:
            year, number = month.split("-")
            words = f"{MONTHS[int(number) - 1]} {year}"
            head = {"title": words, "month": month, "url": f"/timeline/{year}/{number}/"}
            yield f"content/months/{month}/_index.md", _file(head, "")
        for year, briefs in self.members["years"].items():
            months = sorted({_day(brief).isoformat()[:7] for brief in briefs.values()})
            page: Record = {
                "title": year,
                "url": f"/timeline/{year}/",
                "months": months,
                "outputs": ["html", "yeardata"],
            }
            yield f"content/years/{year}/_index.md", _file(page, "")

    def _sources(self) -> Iterator[tuple[str, bytes]]:
        yield "content/sources/_index.md", _file({"title": "Sources"}, "")
        unseen = {"build": {"render": "never", "list": "never"}}
        yield "content/letters/_index.md", _file({"title": "Letters", **unseen}, "")
        for source in self.corpus.sources:
            briefs = list(self.members["sources"][source.slug].values())
            cut = list(slices(list(periods(briefs, _day, LIST_ROWS))))
            long = len(briefs) > LIST_ROWS
            head = {
                "title": source.fields["title"],
                "rec": _source(source.fields),
                "pages": [name for name, _, _ in cut] if long else [],
            }
            yield f"content/sources/{source.slug}/_index.md", _file(head, "")
            if long:
                self._stretches(f"sources/{source.slug}", "", "sources", source, cut)
        yield from self.letters.files()

    def _site_feeds(self) -> None:
        self._feed_archives("", "", "", len(self.briefs))

    def _feed_archives(self, folder: str, taxonomy: str, slug: str, total: int) -> None:
        for number in range(1, feed_archives(total) + 1):
            self.stubs.append(
                {
                    "path": f"{folder}/archive-{number}".lstrip("/"),
                    "title": f"{slug} {number}",
                    "layout": "archive",
                    "outputs": FEED_FORMS,
                    "params": {"taxonomy": taxonomy, "slug": slug, "end": number * 25, "count": 25},
                }
            )

    def _corrections(self) -> Iterator[tuple[str, bytes]]:
        changes = sorted(
            (
                {"date": str(r["date"]), "page": brief_page(brief), "n": n, **_plain(r)}
                for brief in self.briefs
                for n, r in enumerate(self._revised(brief), 1)
            ),
            key=lambda change: (change["date"], change["page"]),
            reverse=True,
        )
        yield "data/changes.json", _json(changes)
        cut = list(
            slices(list(periods(changes, lambda c: Day.fromisoformat(c["date"]), LIST_ROWS)))
        )
        long = len(changes) > LIST_ROWS
        self.stubs.append(
            {
                "path": "corrections",
                "title": "Corrections",
                "layout": "corrections",
                "outputs": ["html", "rss", "atom", "feedjson"],
                "params": {"pages": [name for name, _, _ in cut] if long else []},
            }
        )
        for name, end, count in cut if long else ():
            self.stubs.append(
                {
                    "path": f"corrections/{name}",
                    "title": f"Corrections, {name}",
                    "layout": "corrections",
                    "params": {"end": end, "count": count},
                }
            )
        for number in range(1, feed_archives(len(changes)) + 1):
            self.stubs.append(
                {
                    "path": f"corrections/archive-{number}",
                    "title": f"Corrections {number}",
                    "layout": "archive",
                    "outputs": FEED_FORMS,
                    "params": {"corrections": True, "end": number * 25, "count": 25},
                }
            )

    def _single_pages(self) -> None:
        for path, title in (("totals", "Totals"), ("data", "Data")):
            self.stubs.append({"path": path, "title": title, "layout": path})
        entries = sum(
            map(len, (self.corpus.groups, self.corpus.locations, self.corpus.weapons))
        ) + len(set(self.country.values()))
        fits = entries + 2 <= 150
        facets = ["groups", "locations", "countries", "weapons"]
        self.stubs.append(
            {
                "path": "feeds",
                "title": "Feeds",
                "layout": "feeds",
                "outputs": ["html", "opml"],
                "params": {"facets": facets if fits else [], "parts": [] if fits else facets},
            }
        )
        for facet in () if fits else facets:
            self.stubs.append(
                {
                    "path": f"feeds/{facet}",
                    "title": f"Feeds: {facet}",
                    "layout": "feeds",
                    "params": {"facets": [facet], "parts": []},
                }
            )


class _Near:
    """What stands before and after a brief: in the whole, at its places, with its groups."""

    def __init__(self, content: HugoContent) -> None:
        self.content = content
        self.groups = {entry.slug: entry.fields["name"] for entry in content.corpus.groups}
        self.whole = _between(content.briefs)
        self.days: dict[Day, list[Entry]] = defaultdict(list)
        for brief in content.briefs:
            self.days[_day(brief)].append(brief)
        self.lines = {
            (taxonomy, slug): _between(list(briefs.values()))
            for taxonomy in ("locations", "groups")
            for slug, briefs in content.members[taxonomy].items()
        }

    def of(self, brief: Entry) -> Record:
        before, after = self.whole[brief.slug]
        others = [one for one in self.days[_day(brief)] if one.slug != brief.slug]
        taxonomies = self.content._taxonomies(brief)
        return {
            "before": before,
            "after": after,
            "day": [brief_page(one) for one in others[:12]],
            "lines": [
                [taxonomy, slug, *self.lines[taxonomy, slug][brief.slug]]
                for taxonomy in ("locations", "groups")
                for slug in taxonomies[taxonomy]
                if len(self.lines[taxonomy, slug]) > 1
            ],
        }


def _between(briefs: list[Entry]) -> dict[str, tuple[str, str]]:
    before = {two.slug: brief_page(one) for one, two in pairwise(briefs)}
    after = {one.slug: brief_page(two) for one, two in pairwise(briefs)}
    return {b.slug: (before.get(b.slug, ""), after.get(b.slug, "")) for b in briefs}


class _Letters:
    """The catalogue of sources: publishers by letter, a full letter by period."""

    def __init__(self, content: HugoContent) -> None:
        self.content = content
        self.shared = {source.slug: source.fields for source in content.corpus.sources}
        by_letter: dict[str, list[Record]] = defaultdict(list)
        for source in content.corpus.sources:
            by_letter[_letter(source.fields)].append({"slug": source.slug, **source.fields})
        for brief in content.briefs:
            for source in brief.fields["sources"]:
                if not isinstance(source, str):
                    by_letter[_letter(source)].append(source)
        for group in content.corpus.groups:
            for source in group.fields["sources"]:
                by_letter[_letter(source)].append(source)
        # Where an own source is listed: "a", or "a-2023-10".
        self.place_of: dict[int, str] = {}
        self.pages: dict[str, Record] = {}
        for letter in sorted(by_letter):
            self._pages_of(letter, by_letter[letter])

    def _pages_of(self, letter: str, entries: list[Record]) -> None:
        publishers = Counter(str(entry["publisher"]) for entry in entries)
        counts = sorted(publishers.items())
        dated = sorted(entries, key=_published, reverse=True)
        if len(entries) <= ENTRIES_TO_A_PAGE:
            self._page(letter, f"/sources/by/{letter}/", letter, dated)
            self.pages[letter]["publishers"] = counts
            return
        cut = list(periods(dated, _published_day, ENTRIES_TO_A_PAGE))
        at: dict[str, list[str]] = defaultdict(list)
        for name, found in cut:
            self._page(f"{letter}-{name}", f"/sources/by/{letter}/{name}/", letter, found)
            for publisher in dict.fromkeys(str(entry["publisher"]) for entry in found):
                at[publisher].append(name)
        self.pages[letter] = {
            "title": letter,
            "url": f"/sources/by/{letter}/",
            "publishers": counts,
            "periods": [name for name, _ in cut],
            "at": [[publisher, at[publisher]] for publisher, _ in counts],
        }

    def _page(self, name: str, url: str, letter: str, entries: Iterable[Record]) -> None:
        found = list(entries)
        for entry in found:
            self.place_of[id(entry)] = name
        self.pages[name] = {
            "title": name,
            "url": url,
            "letter": letter,
            "shared": [entry["slug"] for entry in found if "slug" in entry],
        }

    def of(self, brief: Entry) -> list[str]:
        own = (source for source in brief.fields["sources"] if not isinstance(source, str))
        return _once(self.place_of[id(source)] for source in own)

    def files(self) -> Iterator[tuple[str, bytes]]:
        for name, head in self.pages.items():
            yield f"content/letters/{name}/_index.md", _file(head, "")


def write_hugo(content: HugoContent, folder: Path) -> None:
    for name, data in content.files():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def brief_page(brief: Entry) -> str:
    return f"/briefs/{brief.slug[:4]}/{brief.slug}"


def _day(brief: Entry) -> Day:
    return Day.fromisoformat(str(brief.fields["date"])[:10])


def _moment(brief: Entry) -> str:
    """The day and minute as they are written, whose zone Hugo would turn into another day."""
    day, _, minute = str(brief.fields["date"]).partition("T")
    return f"{day}T{minute[:5]}:00Z" if minute else day


def _order(brief: Entry) -> tuple[str, bool, str, str]:
    """By day, then by the minute, those without one last, then by id."""
    written = str(brief.fields["date"])
    return written[:10], "T" not in written, written, brief.slug


def _parents(entry: Entry) -> list[str]:
    parent = entry.fields.get("parent")
    return [parent] if parent else list(entry.fields.get("parents", []))


def _letter(source: Mapping[str, Any]) -> str:
    return str(source["publisher"])[0].lower()


def _published(source: Mapping[str, Any]) -> str:
    day = str(source["published"])
    return "" if day == "unknown" else day


def _published_day(source: Mapping[str, Any]) -> Day | None:
    day = _published(source)
    return Day.fromisoformat(day) if day else None


def _source(fields: Mapping[str, Any]) -> Record:
    return _plain(dict(fields))


def _strip(briefs: Iterable[Entry]) -> Record:
    """How many of which grade in each month, and in a long time in each year."""
    found = list(briefs)
    months = {_day(brief).isoformat()[:7] for brief in found}
    length = 7 if len(months) <= 100 else 4
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    grades: Counter[str] = Counter()
    for brief in found:
        grade = str(brief.fields["verification"])
        grades[grade] += 1
        counts[_day(brief).isoformat()[:length]][grade] += 1
    kinds = [kind for kind in ("confirmed", "reported", "claimed", "disputed") if grades[kind]]
    return {
        "kinds": [{"grade": kind, "n": grades[kind]} for kind in kinds],
        "rows": [[when, *(counts[when][kind] for kind in kinds)] for when in sorted(counts)],
    }


def _markdown(text: Text, marks: Mapping[str, Any]) -> str:
    return "\n\n".join(
        " ".join(f"{escape(words, quote=False)}{cites(keys, marks)}." for words, keys in sentences)
        for sentences in text
    )


def cites(keys: Iterable[str], marks: Mapping[str, Any]) -> str:
    one = (
        f'<sup class="cite"><a href="#source-{key}" title="{marks[key][1]}">[{marks[key][0]}]'
        "</a></sup>"
        for key in keys
    )
    return f'<span class="cites">{"".join(one)}</span>'


def _plain(fields: Record) -> Record:
    plain: Record = json.loads(json.dumps(fields, default=str))
    return plain


def _once(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, default=str).encode()


def _file(head: Record, text: str) -> bytes:
    """Front matter as JSON, which Hugo reads faster than YAML."""
    return f"{json.dumps(head, ensure_ascii=False, default=str)}\n\n{text}\n".encode()
