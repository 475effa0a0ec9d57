"""Plain values that templates see: words, links and rows, ready to be shown.

Everything is decided here, once, in Python; a template only lays out. Addresses in views begin with
the ROOT token of the plan.
"""
