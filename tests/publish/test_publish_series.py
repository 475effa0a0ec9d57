"""Any trees, published one after another into a folder in which other hands have files."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from publish_trees import build, put, snapshot, tree_of

from dateline.publish import Refused

# Few names and few depths, so that files turn into folders and folders into files.
paths = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map("/".join)
texts = st.sampled_from(["", "x", "y", "long " * 999])


def without_clashes(files: dict[str, str]) -> dict[str, str]:
    """Leave out what would be a folder of another file."""
    folders = {path for path, what in tree_of(files).items() if what == "folder"}
    return {path: text for path, text in files.items() if path not in folders}


sites = st.dictionaries(paths, texts, max_size=6).map(without_clashes)
foreign = st.dictionaries(
    st.tuples(st.sampled_from(["", "o/", "o/p/"]), st.sampled_from("mn")).map("".join), texts
)


@settings(max_examples=40, deadline=None)
@given(series=st.lists(sites, min_size=1, max_size=5), theirs=foreign)
def test_each_site_is_published_as_it_is_wanted(
    series: list[dict[str, str]], theirs: dict[str, str]
) -> None:
    with tempfile.TemporaryDirectory() as place:
        target = Path(place) / "output"
        put(target, theirs)
        (target / "bare").mkdir(parents=True)
        for site in series:
            build(target, site)
            assert snapshot(target) == {**tree_of({**site, **theirs}), "bare": "folder"}


@settings(max_examples=40, deadline=None)
@given(series=st.lists(sites, min_size=1, max_size=4), theirs=sites)
def test_with_replace_only_what_is_in_the_way_goes(
    series: list[dict[str, str]], theirs: dict[str, str]
) -> None:
    """Files of other hands with any names: a build publishes all, or refuses and keeps all."""
    with tempfile.TemporaryDirectory() as place:
        target = Path(place) / "output"
        put(target, theirs)
        target.mkdir(exist_ok=True)
        left = dict(theirs)  # of other hands
        for site in series:
            before = snapshot(target)
            try:
                build(target, site, replace=True)
            except Refused:
                assert any(their.startswith(path + "/") for their in left for path in site), (
                    "refused without need"
                )
                assert snapshot(target) == before
                continue
            folders = {path for path, what in tree_of(site).items() if what == "folder"}
            left = {
                path: text
                for path, text in left.items()
                if path not in site and path not in folders
            }
            assert snapshot(target) == tree_of({**left, **site})
