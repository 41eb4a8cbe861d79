"""The page around a document's HTML (网页外壳)."""

from base64 import b64encode
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files

from quanheng.writers.html.text import text


def page(
    title: str,
    content: str,
    created: date | None = None,
    *,
    lang: str = "zh-CN",
    style: str = "",
    script: str = "",
) -> str:
    """A page that runs only its own script and loads no other file.

    Args:
        title: Its title, as plain text.
        content: HTML of the body, escaped by the caller.
        created: Date of the page, None to leave it undated.
        lang: Its language.
        style: Additional style sheet.
        script: Script to run at its end.
    """
    dated = f'<meta name="dcterms.created" content="{created}">\n' if created else ""
    ending = f"<script>{script}</script>\n" if script else ""
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">\n'
        f"{dated}<title>{text(title)}</title>\n"
        f"<style>\n{_style()}{style}</style>\n</head>\n"
        f"<body>\n<main>\n{content}\n</main>\n{ending}</body>\n</html>\n"
    )


def _policy(script: str) -> str:
    """The content security policy, which blocks injected scripts."""
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    if not script:
        return policy
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return f"{policy}; script-src 'sha256-{digest}'"


@cache
def _style() -> str:
    return files("quanheng.writers.html").joinpath("page.css").read_text("utf-8")
