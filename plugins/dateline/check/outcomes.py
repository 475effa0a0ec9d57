"""Rules about what came of it. These are warnings: the words of a note may explain them."""

from collections.abc import Iterator

from dateline.check.collection import BriefDocument
from dateline.findings import Finding


def stopped_means_all_or_a_note(doc: BriefDocument) -> Iterator[Finding]:
    if doc.value.outcome != "stopped" or not doc.sound("outcome"):
        return
    for n, weapon in enumerate(doc.value.weapons or ()):
        launched, intercepted = weapon.launched.bounds, weapon.intercepted.bounds
        if launched is None or intercepted is None or intercepted.high is None or weapon.note:
            continue
        if intercepted.high < launched.low:
            message = f"stopped, but {intercepted.high} of {launched.low} intercepted"
            yield doc.fault(("weapons", n), "W402", message)


def major_damage_means_that_something_reached_it(doc: BriefDocument) -> Iterator[Finding]:
    damage = doc.value.damage
    if not doc.sound("outcome") or not doc.sound("damage"):
        return
    if damage and damage.level == "major" and doc.value.outcome in ("stopped", "missed"):
        message = f"the outcome is {doc.value.outcome}, the damage major"
        yield doc.fault(("outcome",), "W403", message, "choose another outcome or level")
