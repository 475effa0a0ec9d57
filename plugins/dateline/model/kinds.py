"""What a value of the front matter may look like, beyond its Python type.

Used as `Annotated[str, Text(140)]` in the model; the reader obeys them. `bool`, `Literal[…]`,
`date`, `Moment`, `Count`, `tuple[X, …]` and the model's own classes need no kind.
"""

from dataclasses import dataclass
from typing import Literal

Registry = Literal["group", "location", "weapon", "source"]


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text of 1 to `most` characters, without line breaks once folded."""

    most: int = 2000


@dataclass(frozen=True, slots=True)
class Slug:
    """`[a-z0-9]+(-[a-z0-9]+)*`, at most 80 characters."""


@dataclass(frozen=True, slots=True)
class SlugOf:
    """The slug of an entry of that registry."""

    registry: Registry


@dataclass(frozen=True, slots=True)
class BriefId:
    """The id of another brief."""


@dataclass(frozen=True, slots=True)
class SourceKey:
    """The key of a source that the same brief or entry lists."""


@dataclass(frozen=True, slots=True)
class Url:
    """An http or https address."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language tag, BCP 47."""


@dataclass(frozen=True, slots=True)
class Country:
    """ISO 3166-1 alpha-2, upper case; XZ (international waters) where the field allows it."""

    waters: bool = False


@dataclass(frozen=True, slots=True)
class Degrees:
    """WGS84 degrees between -`bound` and +`bound`."""

    bound: float


@dataclass(frozen=True, slots=True)
class DayOrUnknown:
    """A day, or the word `unknown` (None)."""


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """One value of the item's kind, or a list of them; the word `special` stands for itself."""

    special: str


@dataclass(frozen=True, slots=True)
class WordOrMapping:
    """The mapping, or only the word of its field `field`."""

    field: str


@dataclass(frozen=True, slots=True)
class KeyOrMapping:
    """The mapping, or the key of an entry of the source registry in its place."""


@dataclass(frozen=True, slots=True)
class NotEmpty:
    """A list of one item or more."""
