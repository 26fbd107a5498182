"""Makes docs/screenshots out of what the browser saw.

IMAGINI_SCREENSHOTS=/tmp/screens ./imagini test e2e -k screens
.venv/bin/python -m tests.e2e.readme_pictures /tmp/screens
"""

import sys
from pathlib import Path

from PIL import Image

PICTURES = Path(__file__).parents[2] / "docs" / "screenshots"
SCREENS = {"signin": "signin", "dashboard": "dashboard", "patient": "findings", "report": "report"}
SIZE = (1200, 750)


def shrink(screen: Path, picture: Path) -> None:
    """192 colours, so that a page full of noise stays under 300 KB."""
    with Image.open(screen) as image:
        small = image.convert("RGB").resize(SIZE, Image.Resampling.LANCZOS)
    palette = small.quantize(192, kmeans=3)
    small.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG).save(picture, optimize=True)


if __name__ == "__main__":
    for name, screen in SCREENS.items():
        picture = PICTURES / f"{name}.png"
        shrink(Path(sys.argv[1]) / f"{screen}-en-1440x900.png", picture)
        print(f"{picture.name}: {picture.stat().st_size // 1024} KB")
