"""Every rule by its code: what it is called and what to do when it speaks.

The codes are fixed: pages, other people's notes and scripts point to them. E… stops a build, W…
does not. E0 is about files and YAML, E1 about single fields, E2 about fields together, E3 about the
text; W4 are the warnings. E401 is W401 where an archive's settings make it an error.
"""

from dateline.frozen import frozen


@frozen
class Rule:
    code: str
    title: str
    remedy: str = ""


_RULES = (
    Rule("E001", "A file that is not UTF-8", "save the file as UTF-8"),
    Rule("E002", "A character that is not allowed", "delete it and type the text anew"),
    Rule("E003", "No front matter", "begin with a line --- and end the front matter with one"),
    Rule("E004", "Too long", "shorten it"),
    Rule("E005", "Broken YAML"),
    Rule("E006", "A YAML feature that briefs do not use", "write the value out"),
    Rule("E007", "A key given twice", "keep one of the two"),
    Rule("E008", "Nested too deep", "no brief needs more than 8 levels"),
    Rule("E009", "A file that is not read", "name it <slug>.md, or move it out of content/"),
    Rule("E010", "A file that cannot be read"),
    Rule("E101", "A required field is missing"),
    Rule("E102", "An unknown key"),
    Rule("E103", "A value of the wrong shape"),
    Rule("E104", "An unknown registry entry"),
    Rule("E105", "An unknown word"),
    Rule("E106", "A text that is too short or too long"),
    Rule("E107", "Not a slug", "use a-z, 0-9 and single hyphens, at most 80 characters"),
    Rule("E108", "Not a day or minute", "write 2021-05-04, or 2021-05-04T04:10+03:00"),
    Rule("E109", "Not a count", "write a whole number, unknown, or {low: 4, high: 12}"),
    Rule("E110", "Not a web address", "write the whole address, from http:// or https:// on"),
    Rule("E111", "A number out of range"),
    Rule("E112", "Not a code"),
    Rule("E113", "Neither true nor false", "write true or false"),
    Rule("E114", "An empty list where one item is needed"),
    Rule("E115", "A comma that ended a value", "put the text in quotes"),
    Rule("E116", "An unknown brief"),
    Rule("E201", "The id is not the file's name"),
    Rule("E202", "One id, alias or slug twice"),
    Rule("E203", "The id's day is not the incident's day"),
    Rule("E204", "It ends before it begins"),
    Rule("E205", "Bounds that do not hold the date"),
    Rule("E206", "Bounds missing"),
    Rule("E207", "A month that is not written as its first day"),
    Rule("E208", "A day in the future"),
    Rule("E209", "Revisions out of order", "revisions are only ever appended, oldest first"),
    Rule("E210", "More intercepted than launched"),
    Rule("E211", "A range in the wrong order", "low ≤ best ≤ high"),
    Rule("E212", "Two accounts marked best", "mark at most one"),
    Rule("E213", "A weapon's place that is not the brief's"),
    Rule("E214", "A statement without its source"),
    Rule("E215", "A figure shared with its own brief", "name the others only"),
    Rule(
        "E216",
        "A shared figure in two briefs",
        "write it in one of them; it is shown in all",
    ),
    Rule("E220", "Claimed, but no claim that stands"),
    Rule("E221", "Confirmed, but not by whom"),
    Rule("E222", "Disputed, but not by whom"),
    Rule("E223", "An attribution to nobody or twice", "give either group or actor"),
    Rule("E224", "A denial by nobody or twice", "give either group or by"),
    Rule("E225", "Withdrawn without a reason", "add a revision of the kind withdrawal"),
    Rule("E226", "Merged, but not into what"),
    Rule("E227", "Merged round in a circle", "let one of them stay"),
    Rule("E230", "A source that the brief does not list"),
    Rule("E231", "A listed source that nothing names"),
    Rule("E232", "One source key twice"),
    Rule("E240", "A brief that names itself"),
    Rule("E241", "A draft that others point to"),
    Rule("E250", "Half of a position", "give latitude and longitude, or neither"),
    Rule("E251", "Parents that go round in a circle"),
    Rule("E301", "Raw HTML", "write Markdown"),
    Rule("E302", "An image", "images are not shown; link to the page that has it"),
    Rule("E303", "A heading of level 1", "begin headings with ##; the title is the brief's own"),
    Rule("E304", "A link definition that looks like a citation", "delete the line"),
    Rule("E305", "A citation used as a link", "write the words, then [@key]"),
    Rule("E306", "Two citations side by side", "write [@a; @b]"),
    Rule("E307", "A citation inside a link or an image", "put it behind the link"),
    Rule("E308", "A citation that cannot be read", "write [@key] or [@key, p. 3] or [@a; @b]"),
    Rule("E309", "An address that is not http, https or mailto"),
    Rule("E310", "Quotations or lists within each other, too deep", "write it flatter"),
    Rule("E401", "A sentence without a citation", "say with [@key] where it is written"),
    Rule("W401", "A sentence without a citation", "say with [@key] where it is written"),
    Rule("W402", "Stopped, but fewer intercepted than launched", "say how in the note"),
    Rule("W403", "Major damage, though nothing is said to have reached the target"),
    Rule(
        "W404", "Coordinates without their source", "say in coordinate_source where they are from"
    ),
    Rule("W405", "An unused registry entry", "delete the file, or name it where it belongs"),
    Rule(
        "W406", "A key without a value", "fill it in or delete it; [] says looked for, none found"
    ),
    Rule("W407", "A # that cut a text off", "put the text in quotes"),
)

RULES = {rule.code: rule for rule in _RULES}
