"""Dateline: incident briefs in, a site that readers trust out.

Data flows one way: content → read → check → archive → plan → render → publish. Each of these is a
package of that name; what a reader meets (briefs, timeline, groups, …) is a plugin beside them. See
docs/house.md for which file a change belongs in.
"""

__version__ = "0.1.0"
