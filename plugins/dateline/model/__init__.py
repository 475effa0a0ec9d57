"""Plain immutable values: what a brief and a registry entry say.

The classes are the contract: a field's name is its key in the front matter, its annotation says
what a value may look like, a field without a default is required.
"""
