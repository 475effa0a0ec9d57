"""Who writes which form. Planning asks for no writer: feedgen and lxml take 80 ms to import."""

from typing import Protocol

from dateline.feeds.channel import Channel
from dateline.feeds.forms import JSON, Form
from dateline.feeds.item import Item
from dateline.feeds.surround import Surround


class Writer(Protocol):
    """An item is written once and put into every file of the form that holds it."""

    def surround(self, channel: Channel) -> Surround: ...

    def item(self, item: Item, statement: str) -> bytes: ...


def writer_of(form: Form) -> Writer:
    if form == JSON:
        from dateline.feeds.json_writing import JsonWriter

        return JsonWriter()
    from dateline.feeds.xml_writing import XmlWriter

    return XmlWriter(form)
