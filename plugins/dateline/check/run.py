"""Every rule over every document, in one run."""

from collections.abc import Callable, Iterator
from datetime import date as Day
from typing import Any

from dateline.check import (
    days,
    figures,
    identity,
    outcomes,
    prose,
    references,
    registries,
    standing,
)
from dateline.check.collection import BriefDocument, Collection
from dateline.findings import Finding
from dateline.frozen import frozen
from dateline.read.content import Content
from dateline.read.document import Document


@frozen
class Policy:
    """What an archive sets: the day that "in the future" is measured from, and whether a sentence
    without a citation is an error."""

    today: Day
    uncited_is_error: bool = False


BRIEF_RULES: tuple[Callable[[BriefDocument], Iterator[Finding]], ...] = (
    identity.id_is_the_file_name,
    identity.id_has_the_day_of_the_incident,
    days.ends_after_it_begins,
    days.bounds_hold_the_date,
    days.approximate_has_bounds,
    days.month_is_its_first_day,
    days.revisions_are_in_order,
    figures.not_more_intercepted_than_launched,
    figures.weapon_is_at_a_place_of_the_brief,
    figures.figures_have_sources,
    figures.figure_is_shared_with_others,
    standing.claimed_has_a_claim_that_stands,
    standing.confirmed_says_by_whom,
    standing.disputed_says_by_whom,
    standing.attribution_is_to_one,
    standing.denial_is_by_one,
    standing.withdrawn_says_why,
    standing.merged_says_into_what,
    references.listed_sources_are_named,
    references.source_keys_are_used_once,
    references.no_brief_names_itself,
    outcomes.stopped_means_all_or_a_note,
    outcomes.major_damage_means_that_something_reached_it,
)

# Of these each says something about any file by itself.
FILE_RULES: tuple[Callable[[Document[Any]], Iterator[Finding]], ...] = (
    prose.text_is_plain_markdown,
    figures.one_best_account,
    registries.position_is_whole,
    registries.position_has_a_source,
)

# And of these about a file among the others.
DOCUMENT_RULES: tuple[Callable[[Document[Any], Collection], Iterator[Finding]], ...] = (
    references.named_entries_exist,
    references.named_briefs_exist,
    references.named_sources_are_listed,
    references.inline_keys_are_no_shared_ones,
)

COLLECTION_RULES: tuple[Callable[[Collection], Iterator[Finding]], ...] = (
    identity.ids_and_aliases_are_used_once,
    references.drafts_are_not_named,
    figures.shared_figures_are_written_once,
    standing.mergers_do_not_go_in_circles,
    registries.parents_do_not_go_in_circles,
    registries.entries_are_used,
)


def check(content: Content, collection: Collection, policy: Policy) -> list[Finding]:
    """All findings of all files, in the order of files and lines."""
    findings: list[Finding] = list(content.findings)
    for unread in content.unread:
        findings.extend(unread.findings)
    for document in content.documents:
        findings.extend(own_findings(document, uncited_is_error=policy.uncited_is_error))
        for document_rule in DOCUMENT_RULES:
            findings.extend(document_rule(document, collection))
        if document.file.kind == "brief":
            findings.extend(days.not_in_the_future(document, policy.today))
    for one in collection.kept:
        if one.told:
            shown = one.shown(collection.shown_root)
            findings.extend(Finding(shown, *told) for told in one.told)
    findings.extend(identity.entries_have_slugs_of_their_own(content))
    for collection_rule in COLLECTION_RULES:
        findings.extend(collection_rule(collection))
    return sorted(set(findings))


def own_findings(document: Document[Any], *, uncited_is_error: bool) -> list[Finding]:
    """What is found in a file whatever others say, and on whatever day."""
    findings = list(document.findings)
    for file_rule in FILE_RULES:
        findings.extend(file_rule(document))
    if document.file.kind == "brief":
        for brief_rule in BRIEF_RULES:
            findings.extend(brief_rule(document))
        findings.extend(prose.sentences_are_cited(document, is_error=uncited_is_error))
    return findings
