"""Rules about who says what: claims, attributions, denials, and what a grade rests on."""

from collections.abc import Iterator

from dateline.check.collection import BriefDocument, Collection
from dateline.findings import Finding


def claimed_has_a_claim_that_stands(doc: BriefDocument) -> Iterator[Finding]:
    if doc.value.verification != "claimed" or not doc.sound("verification"):
        return
    if not doc.sound("claimed_by"):
        return
    claims = doc.value.claimed_by or ()
    if not any(claim.stands for claim in claims):
        message = "the grade is claimed, but no claim stands"
        remedy = "name the claim in claimed_by, or choose another grade"
        yield doc.fault(("verification",), "E220", message, remedy)


def confirmed_says_by_whom(doc: BriefDocument) -> Iterator[Finding]:
    if doc.value.verification == "confirmed" and _absent(doc, "confirmed_by"):
        message = "the grade is confirmed, but nobody is named in confirmed_by"
        yield doc.fault(("verification",), "E221", message, "say by whom and where it is written")


def disputed_says_by_whom(doc: BriefDocument) -> Iterator[Finding]:
    if doc.value.verification == "disputed" and _absent(doc, "disputed_by"):
        message = "the grade is disputed, but nobody is named in disputed_by"
        yield doc.fault(("verification",), "E222", message, "say who says that it did not happen")


def attribution_is_to_one(doc: BriefDocument) -> Iterator[Finding]:
    for n, said in enumerate(doc.value.attributed_to or ()):
        path = ("attributed_to", n)
        if doc.sound(*path, "group") and doc.sound(*path, "actor"):
            if said.group and said.actor:
                yield doc.fault(path, "E223", "an attribution with both group and actor")
            elif not said.group and not said.actor:
                yield doc.fault(path, "E223", "an attribution with neither group nor actor")


def denial_is_by_one(doc: BriefDocument) -> Iterator[Finding]:
    for n, denial in enumerate(doc.value.denied_by or ()):
        path = ("denied_by", n)
        if doc.sound(*path, "group") and doc.sound(*path, "by"):
            if denial.group and denial.by:
                yield doc.fault(path, "E224", "a denial with both group and by")
            elif not denial.group and not denial.by:
                yield doc.fault(path, "E224", "a denial with neither group nor by")


def withdrawn_says_why(doc: BriefDocument) -> Iterator[Finding]:
    if doc.value.status != "withdrawn" or not doc.sound("revisions"):
        return
    if not any(revision.kind == "withdrawal" for revision in doc.value.revisions):
        yield doc.fault(("status",), "E225", "the brief is withdrawn, but nobody says why")


def merged_says_into_what(doc: BriefDocument) -> Iterator[Finding]:
    merged = doc.value.status == "merged"
    if merged and not doc.value.merged_into and doc.sound("merged_into"):
        yield doc.fault(("status",), "E226", "the brief is merged", "add merged_into: <id>")
    if not merged and doc.value.merged_into and doc.sound("status"):
        message = "merged_into is given, but the status is not merged"
        yield doc.fault(("merged_into",), "E226", message, "add status: merged, or take it out")


def mergers_do_not_go_in_circles(collection: Collection) -> Iterator[Finding]:
    """A reader who follows them would never come to the incident."""
    merged = {
        name: doc
        for doc in collection.briefs
        if doc.value.status == "merged"
        for name in (doc.value.id, *doc.value.aliases)
    }
    for doc in collection.briefs:
        passed: set[str] = set()
        at: BriefDocument | None = doc if doc.value.status == "merged" else None
        while at is not None and at.value.id not in passed:
            passed.add(at.value.id)
            at = merged.get(at.value.merged_into)
            if at is doc and len(passed) > 1:
                message = f'"{doc.value.merged_into}" is merged into this brief in its turn'
                yield doc.fault(("merged_into",), "E227", message)


def _absent(doc: BriefDocument, name: str) -> bool:
    return doc.sound(name) and doc.sound("verification") and not getattr(doc.value, name)
