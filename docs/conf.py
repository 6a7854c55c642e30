"""How Sphinx builds the documentation: `make docs`."""

import tomllib
from pathlib import Path

_metadata = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))["project"]

project = "衡绩"
author = "The Hengji authors"
copyright = "2026, The Hengji authors"
release = version = _metadata["version"]
language = "zh_CN"

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"衡绩 {release}"
html_show_sourcelink = False
nitpicky = True
