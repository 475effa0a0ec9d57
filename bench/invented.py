"""Names and words of a world that does not exist: nothing in the corpus is about anybody."""

STARTS = (
    "Ael", "Bren", "Cor", "Dun", "Esk", "Fen", "Gar", "Hul", "Iv", "Jor", "Kel", "Lum", "Mor",
    "Nev", "Orr", "Pell", "Quin", "Ros", "Sul", "Tam", "Ul", "Var", "Wes", "Yar", "Zan",
)  # fmt: skip
ENDS = ("imar", "osta", "eth", "andur", "uva", "ik", "orra", "ennis", "ul")

SITES = (
    ("Airfield", "air-base", "site"),
    ("Outpost", "outpost", "site"),
    ("Harbour", "city", "town"),
    ("Oil Field", "oil-field", "town"),
    ("Crossing", "other", "region"),
    ("Consulate", "embassy", "site"),
)

# A code, and the box of latitudes and longitudes in which its invented places lie.
COUNTRIES = (
    ("IS", (63.6, 66.0, -23.0, -14.0)),
    ("NO", (60.0, 68.0, 7.0, 14.0)),
    ("FI", (61.0, 67.0, 23.0, 29.0)),
    ("IE", (51.8, 54.8, -9.8, -6.3)),
    ("PT", (37.2, 41.8, -8.8, -7.0)),
    ("UY", (-34.5, -30.5, -57.8, -54.0)),
    ("NZ", (-45.5, -36.0, 168.5, 176.0)),
    ("XZ", (55.0, 61.0, -5.0, 3.0)),
)

FORCES = (
    "Brigade", "Front", "Column", "League", "Guard",
)  # fmt: skip
EMBLEMS = ("Lantern", "Heron", "Copper", "Sailcloth", "Juniper", "Basalt", "Anchor", "Thistle")

# Slug, name, plural, parent.
WEAPONS = (
    ("drone", "Drone", "Drones", ""),
    ("one-way-drone", "One-way drone", "One-way drones", "drone"),
    ("rotor-drone", "Rotor drone", "Rotor drones", "drone"),
    ("rocket", "Rocket", "Rockets", ""),
    ("long-rocket", "Long-range rocket", "Long-range rockets", "rocket"),
    ("missile", "Missile", "Missiles", ""),
    ("cruise-missile", "Cruise missile", "Cruise missiles", "missile"),
    ("ballistic-missile", "Ballistic missile", "Ballistic missiles", "missile"),
    ("mortar-round", "Mortar round", "Mortar rounds", ""),
    ("sea-drone", "Sea drone", "Sea drones", "drone"),
    ("roadside-bomb", "Roadside bomb", "Roadside bombs", ""),
    ("naval-mine", "Naval mine", "Naval mines", ""),
)

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

PAPERS = ("Gazette", "Courier", "Herald", "Wire")

OFFICIALS = (
    "Joint headquarters",
    "Ministry of Defence",
    "Coast command",
    "Office of the governor",
    "A defence official",
    "The harbour office",
)
PEOPLE = (
    ("Soldiers at the site", "coalition"),
    ("Guards of the partner force", "partner"),
    ("Civilian workers", "civilian"),
    ("Crew members", "civilian"),
    ("People with the attackers", "attacker"),
)
TOPICS = (
    (
        "Number of weapons",
        "Fewer than the group speaks of, according to the headquarters",
        "As many as the group's own statement has, according to the paper",
    ),
    (
        "Time",
        "Shortly before dawn, according to people who live nearby",
        "Late in the evening of the day before, according to an official",
    ),
    (
        "What it was aimed at",
        "The fuel store beside the runway, according to the port authority",
        "The quarters of the soldiers, according to the group's statement",
    ),
    (
        "Damage",
        "No damage at all, according to the first official account",
        "A hangar and two vehicles, according to a later account",
    ),
)
UNKNOWNS = (
    "From where it was launched.",
    "Whether anything reached the fence of the site.",
    "How many people were treated, and where.",
    "Who gave the order, and when.",
    "What became of the parts that were found.",
)
TIMES = (
    "Before dawn; the hour differs by account.",
    "In the evening, according to people who live nearby.",
    "The hour is not given by any account that was seen.",
)

# Sentences of a text. {who} says it, {place}, {weapons}, {group} and {day} are those of the brief.
SENTENCES = (
    "{who} said that {weapons} were seen near {place} on {day}, and that an alarm had been given "
    "before anything came down",
    "According to {who}, the guards at {place} were told to go under cover, and the road to the "
    "site was closed until the next morning",
    "{who} reported two loud noises and a column of smoke over the northern side of {place}",
    "A spokesperson told {who} that nothing of weight was lost, and that the work at {place} went "
    "on within a day",
    "{who} gave another number than the first account and did not say where it came from",
    "People who live near {place} described to {who} how windows broke in the nearest street",
    "A statement seen by {who} named {group} and spoke of an answer to earlier events",
    "{who} wrote that an inquiry had been opened and that parts had been taken to be looked at",
    "By the account of {who}, at least a part of the {weapons} was brought down before it came "
    "close to {place}",
    "An official who did not want to be named told {who} that the first reports had been too high",
    "{who} added that flights to and from {place} were stopped for three hours on {day}",
    "Later in the week {who} repeated the account and left out the remark on those who were hurt",
    "The mayor of the nearest town said to {who} that no house there was damaged",
    "{who} quoted a nurse who had seen people with light injuries, and gave no number",
)
HEADLINES = (
    "Alarm at {place} after {weapons} are seen",
    "What is known of the night at {place}",
    "{weapons} near {place}, officials say",
    "Inquiry opened into the events at {place}",
    "Headquarters corrects its account of {place}",
)
