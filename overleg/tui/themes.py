"""Our own themes; in each of them every text stands out at least 7:1 from what is behind it."""

from textual.theme import Theme

from overleg.settings import Look

DARK = Theme(
    name="overleg-dark",
    dark=True,
    background="#101418",
    surface="#101418",
    panel="#1c232b",
    foreground="#ececec",
    primary="#8ecbff",
    secondary="#8ecbff",
    accent="#8ecbff",
    success="#9fe0a8",
    warning="#ffd479",
    error="#ffaaa2",
    variables={
        "quiet": "#b3bcc6",
        "line": "#4a5663",
        "mark": "#8ecbff",
        "on-mark": "#0b1117",
        "input-cursor-background": "#ececec",
        "input-cursor-foreground": "#101418",
        "input-selection-background": "#8ecbff",
        "input-selection-foreground": "#0b1117",
        "scrollbar": "#4a5663",
        "scrollbar-hover": "#6a7a8a",
        "scrollbar-active": "#8ecbff",
        "scrollbar-background": "#101418",
        "scrollbar-background-hover": "#101418",
        "scrollbar-background-active": "#101418",
    },
)

LIGHT = Theme(
    name="overleg-light",
    dark=False,
    background="#ffffff",
    surface="#ffffff",
    panel="#eef1f4",
    foreground="#101418",
    primary="#003a75",
    secondary="#003a75",
    accent="#003a75",
    success="#0b4f1c",
    warning="#663600",
    error="#8a0010",
    variables={
        "quiet": "#3a434c",
        "line": "#9aa5b0",
        "mark": "#003a75",
        "on-mark": "#ffffff",
        "input-cursor-background": "#101418",
        "input-cursor-foreground": "#ffffff",
        "input-selection-background": "#003a75",
        "input-selection-foreground": "#ffffff",
        "scrollbar": "#9aa5b0",
        "scrollbar-hover": "#6a7a8a",
        "scrollbar-active": "#003a75",
        "scrollbar-background": "#ffffff",
        "scrollbar-background-hover": "#ffffff",
        "scrollbar-background-active": "#ffffff",
    },
)

# For a projector that washes out everything but black and white: no greys, no tints.
BEAMER = Theme(
    name="overleg-beamer",
    dark=False,
    background="#ffffff",
    surface="#ffffff",
    panel="#ffffff",
    foreground="#000000",
    primary="#000000",
    secondary="#000000",
    accent="#000000",
    success="#000000",
    warning="#000000",
    error="#000000",
    variables={
        "quiet": "#000000",
        "line": "#000000",
        "mark": "#000000",
        "on-mark": "#ffffff",
        "input-cursor-background": "#000000",
        "input-cursor-foreground": "#ffffff",
        "input-selection-background": "#000000",
        "input-selection-foreground": "#ffffff",
        "scrollbar": "#000000",
        "scrollbar-hover": "#000000",
        "scrollbar-active": "#000000",
        "scrollbar-background": "#ffffff",
        "scrollbar-background-hover": "#ffffff",
        "scrollbar-background-active": "#ffffff",
    },
)

_LOOKS = {Look.DARK: DARK, Look.LIGHT: LIGHT, Look.BEAMER: BEAMER}

THEMES = tuple(_LOOKS.values())


def named(look: Look | None) -> str:
    """The name of the theme that was chosen; dark where none was."""
    return _LOOKS[look or Look.DARK].name


def after(name: str) -> str:
    """The name of the theme that comes after this one."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
