"""The site as it is published.

SITEURL=https://host/path pelican content -s publishconf.py -o DIR
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403 - a Pelican settings file takes over another's this way

SITEURL = os.environ.get("SITEURL", "")

# The published site has every data file, whatever pelicanconf.py says.
DATA_FILES = "always"
