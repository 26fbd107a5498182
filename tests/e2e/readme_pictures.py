"""Makes docs/screenshots out of what the browser saw.

IMAGINI_SCREENSHOTS=/tmp/screens ./imagini test e2e -k "screens or onboarding"
.venv/bin/python -m tests.e2e.readme_pictures /tmp/screens
"""

import sys
from pathlib import Path

from PIL import Image

PICTURES = Path(__file__).parents[2] / "docs" / "screenshots"
SCREENS = {"signin": "signin", "dashboard": "dashboard", "patient": "findings", "report": "report"}
LARGEST = (1200, 750)


def shrink(screen: Path, picture: Path) -> None:
    """192 colours, so that a page full of noise stays under 300 KB."""
    with Image.open(screen) as image:
        small = image.convert("RGB")
    small.thumbnail(LARGEST, Image.Resampling.LANCZOS)
    palette = small.quantize(192, kmeans=3)
    small.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG).save(picture, optimize=True)


def sources(folder: Path) -> dict[str, Path]:
    """What the browser saw, by the names of the pictures."""
    screens = {f"{name}.png": folder / f"{screen}-en-1440x900.png" for name, screen in SCREENS.items()}
    return screens | {screen.name: screen for screen in sorted(folder.glob("onboarding-*.png"))}


if __name__ == "__main__":
    for name, screen in sources(Path(sys.argv[1])).items():
        if screen.exists():
            shrink(screen, PICTURES / name)
            print(f"{name}: {(PICTURES / name).stat().st_size // 1024} KB")
