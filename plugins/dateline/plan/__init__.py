"""What will be published: every file, where it is found, and what its bytes depend on."""

from dateline.plan.contributions import connected, contributions
from dateline.plan.output import Derived, File, Finished, Output, Page
from dateline.plan.plan import Plan, PlanRefused, plan
from dateline.plan.site import ROOT, Address, AddressesOpen, Site, SiteSettings, address_of

__all__ = [
    "ROOT",
    "Address",
    "AddressesOpen",
    "Derived",
    "File",
    "Finished",
    "Output",
    "Page",
    "Plan",
    "PlanRefused",
    "Site",
    "SiteSettings",
    "address_of",
    "connected",
    "contributions",
    "plan",
]
