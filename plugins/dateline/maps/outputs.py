"""/map/land.svg, where a place of the archive has coordinates."""

from collections.abc import Iterator
from functools import partial

from dateline.archive import Archive
from dateline.maps.land import land_digest
from dateline.maps.picture import picture
from dateline.plan import File, Output, Site
from dateline.views.map_frame import MapFrame, map_frame


def outputs(archive: Archive, site: Site) -> Iterator[Output]:
    frame = map_frame(archive)
    if frame is not None:
        yield File(
            "map/land.svg", partial(depends, frame), partial(picture, frame), kind="map:land"
        )


def depends(frame: MapFrame) -> object:
    return frame, land_digest()
