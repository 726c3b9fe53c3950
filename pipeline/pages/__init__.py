"""Pages: what every HTML page of this package shares: layout, colours of the kinds, and text that is escaped without exception.

Pages are self-contained (no request leaves them) and hold data only as escaped text, or as JSON in a script element that no parser can end early.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pipeline.errors import UsageError

if TYPE_CHECKING:
    import jinja2

__all__ = ["asset", "environment", "render"]


def asset(name: str) -> str:
    """The text of a file beside this module, such as ``base.css``.

    >>> ":root" in asset("base.css")
    True
    """
    return (files("pipeline.pages") / name).read_text(encoding="utf-8")


@cache
def environment() -> jinja2.Environment:
    """The one Jinja2 environment: autoescape always, undefined names are errors.

    Raises `UsageError` where Jinja2 is not installed.
    """
    try:
        import jinja2
    except ImportError as error:
        raise UsageError("HTML pages need Jinja2: pip install 'prose-events[report]'") from error
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("pipeline.pages", "."),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["asset"] = asset
    made.filters["json_script"] = json_script
    return made


def render(template: str, **context: Any) -> str:
    """The page ``template`` filled with ``context``."""
    return environment().get_template(template).render(context)


def json_script(value: object) -> object:
    r"""``value`` as JSON that is safe inside a script element: nothing in it can end the element or open a comment.

    >>> str(json_script({"title": "</script><b>"}))
    '{"title":"\\u003c/script\\u003e\\u003cb\\u003e"}'
    """
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - every character that HTML gives a meaning to is replaced above
