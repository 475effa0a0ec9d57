"""Our Jinja gives what Jinja gives, on every page of the site and in whatever a theme may write."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from building import HARBOUR, ROOT
from dateline import (
    briefs,
    corrections,
    countries,
    data,
    feeds,
    groups,
    home,
    locations,
    notfound,
    sources,
    timeline,
    totals,
    weapons,
)
from dateline.archive import build
from dateline.check import collect
from dateline.plan import Page, Site, SiteSettings, plan
from dateline.read.content import read_content
from dateline.render import Engine, TemplateFault

THEME = ROOT / "theme" / "templates"
SETTINGS = SiteSettings(
    name="Harbour & Sons",
    url="https://archive.example.org/name",
    description="Incidents in an invented harbour.",
    licence_name="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    feed_authority=("feeds.example.net", 2021),
    navigation=(("timeline", "Timeline"), ("groups", "Groups")),
    footer=(("corrections", "Corrections"),),
)
PARTS = (
    *(briefs, corrections, countries, data, feeds, groups, home, locations),
    *(notfound, sources, timeline, totals, weapons),
)


def jinja(folder: Path) -> Environment:
    """Jinja's own environment, in which nothing is remembered."""
    environment = Environment(
        loader=FileSystemLoader(str(folder)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["once"] = lambda macro, *values: macro(*values)
    return environment


def test_every_page_is_as_jinja_writes_it() -> None:
    archive = build(collect(read_content(HARBOUR, "harbour")))
    planned = plan(archive, Site(SETTINGS), [part.outputs for part in PARTS])
    pages = [output for output in planned.outputs if isinstance(output, Page)]
    engine, environment = Engine([THEME]), jinja(THEME)
    for page in pages:
        view = page.view()
        expected = environment.get_template(page.template).render(view=view)
        assert engine.render(page.template, view) == expected, page.path
    written = {page.template for page in pages}
    assert written >= {path.name for path in THEME.glob("*.html")} - {
        "base.html",  # the others extend it
        "page.html",  # Pelican writes these
        "corrections_year.html",  # only long lists have these
        "facet_stretch.html",
        "feeds_part.html",
        "source_stretch.html",
    }


class View:
    """With a text that has to be escaped, one that may not be, and what is no text at all."""

    text = "<b> & \"c\" 'd'"
    markup = Markup("<i>e</i>")
    number = 1234
    nothing = None
    several = ("x<", "y", "z")
    named = (("a", "<1>"),)


@pytest.mark.parametrize(
    "template",
    [
        "{{ view.text }}{{ view.markup }}{{ view.number }}{{ view.nothing }}{{ view.several }}",
        "{{ view.text|upper }}{{ view.several|join(', ') }}{{ view.text ~ view.markup }}",
        "{{ '{:,}'.format(view.number) }}{{ '<' }}{{ view.several[0] }}{{ view.text[:2] }}",
        "{% for x in view.several %}{{ loop.index }}{{ x }}{{ loop.first }}{% endfor %}",
        "{% macro m(a) %}{{ a }}!{% endmacro %}{{ m(view.text) }}{{ m(view.markup) }}{{ m(m(1)) }}",
        "{% macro m(a, b='<') %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(1, 2) }}{{ m(1, b=3) }}",
        "{% macro m(a) %}{{ a }}{{ caller() }}{% endmacro %}{% call m(1) %}<{{ 2 }}{% endcall %}",
        "{% macro m(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, c=3) }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{% for x in view.several %}{{ m(x) }}{% endfor %}",
        "{% set x %}<{{ view.text }}>{% endset %}{{ x }}",
        "{% autoescape false %}{{ view.text }}{% endautoescape %}{{ view.text }}",
        "{{ range(3)|list }}{{ dict(a=1)['a'] }}{{ view.named[0][1] }}",
        "{% filter upper %}{{ view.text }}{% endfilter %}{{ view.text|safe }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ once(m, view.text) }}{{ once(m, view.text) }}",
    ],
)
def test_it_says_what_jinja_says(template: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(template)
    expected = jinja(tmp_path).get_template("a.html").render(view=View())
    assert Engine([tmp_path]).render("a.html", View()) == expected


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ view.nobody }}", "nobody"),
        ("{{ nobody }}", "'nobody' is undefined"),
        ("{{ nobody.name }}", "'nobody' is undefined"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", "'a'"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}", "not more than"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, b=2) }}", "'b'"),
    ],
)
def test_what_is_undefined_is_a_fault(template: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("\n" + template)
    with pytest.raises(TemplateFault, match=r"a\.html, line 2: ") as caught:
        Engine([tmp_path]).render("a.html", View())
    assert said in str(caught.value)
