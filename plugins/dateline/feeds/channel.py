"""What a feed's file says of itself, above its items."""

from datetime import date as Day

from dateline.frozen import frozen


@frozen
class Channel:
    """Addresses are whole. `page` is the page that the feed belongs to, `here` this file.

    `current` is the feed itself where this is an archive page of it, and empty otherwise;
    `older` is the archive page before this file, empty where there is none. `updated` is the day of
    the newest item that the file may hold. `about` is where the site says what its feeds hold.
    """

    id: str
    title: str
    description: str
    page: str
    here: str
    current: str
    older: str
    updated: Day
    site_name: str
    site_address: str
    about: str
    licence_name: str
    licence_url: str
    language: str
    media_type: str

    @property
    def rights(self) -> str:
        return ", ".join(filter(None, (self.licence_name, self.licence_url)))
