"""Who said what and how, in words that keep claim, attribution and grade apart."""

MODES = {
    "statement": "in a statement",
    "video": "in a video",
    "social-media": "on social media",
    "spokesperson": "through a spokesperson",
    "other": "",
    "unknown": "",
}

# Each in the passive, so that the sentence fits one group and "groups backed by …" alike.
ROLES = {
    ("carried-out", "incident"): "it was carried out by",
    ("ordered", "incident"): "it was ordered by",
    ("support", "incident"): "it was supported by",
    ("launch-area", "incident"): "it was launched from an area held by",
    ("carried-out", "series"): "such attacks are carried out by",
    ("ordered", "series"): "such attacks are ordered by",
    ("support", "series"): "such attacks are supported by",
    ("launch-area", "series"): "such attacks are launched from an area held by",
}

CONFIDENCE = {
    "suspected": "the speaker calls it a suspicion",
    "assessed": "the speaker calls it an assessment",
    "certain": "the speaker calls it certain",
}

GENERAL = "said of such attacks in general, not of this one"
