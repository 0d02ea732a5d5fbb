"""Makes `overleg/word/base.docx`: the small document that every Word export begins from.

A4, Dutch, our styles and nothing else. python-docx's own beginning is a US Letter page with American
proofing, an East Asian language and 790 kB of styles of somebody else.
"""

from dataclasses import dataclass
from pathlib import Path

from overleg.documents.outline import CalloutKind, Look, ParagraphRole, Tone
from overleg.word import look
from overleg.word.package import packed

PRODUCT = Path(__file__).parents[1] / "overleg" / "word" / "base.docx"

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_TEXT_WIDTH = look.PAGE_WIDTH - 2 * look.MARGIN_SIDE
_LABEL_WIDTH = 2381  # 42 mm, for the labels of particulars
_BAR = 227  # a bar stands in the text, not in the margin


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph, character or table style; `look` and `layout` are the contents of rPr and pPr."""

    name: str
    type: str = "paragraph"
    based_on: str = "Normal"
    following: str = ""
    layout: str = ""
    look: str = ""
    is_default: bool = False
    rest: str = ""

    def xml(self) -> str:
        default = ' w:default="1"' if self.is_default else ""
        based_on = f'<w:basedOn w:val="{style_id(self.based_on)}"/>' if self.based_on else ""
        following = f'<w:next w:val="{style_id(self.following)}"/>' if self.following else ""
        return (
            f'<w:style w:type="{self.type}"{default} w:styleId="{style_id(self.name)}">'
            f'<w:name w:val="{self.name}"/>{based_on}{following}<w:uiPriority w:val="1"/><w:qFormat/>'
            f"{_wrapped('pPr', self.layout)}{_wrapped('rPr', self.look)}{self.rest}</w:style>"
        )


def style_id(name: str) -> str:
    """``heading 1`` -> ``Heading1``"""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def font(points: float = 0, colour: str = "", bold: bool = False, more: str = "") -> str:
    """The look of text; only what is given differs from the style it is based on."""
    half_points = round(points * 2)
    size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if points else ""
    weight = "<w:b/><w:bCs/>" if bold else ""
    ink = f'<w:color w:val="{colour}"/>' if colour else ""
    return f"{weight}{more}{ink}{size}"


def spacing(before: float = 0, after: float = 6, line: int = 271) -> str:
    """Space around a paragraph in points; a line of 240 is as high as its text."""
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"'
        f' w:line="{line}" w:lineRule="auto"/>'
    )


def indent(left: int, hanging: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'


def shade(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


def border(side: str, colour: str, eighths: int, space: int = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


def bar(colour: str, background: str = "") -> str:
    """A bar along the left side, and perhaps a tint, with some air above and below the text."""
    side = border("left", colour, 24, 8)
    if not background:
        return f"<w:pBdr>{side}</w:pBdr>"
    above, below = (border(edge, background, 4, 3) for edge in ("top", "bottom"))
    return f"<w:pBdr>{above}{side}{below}</w:pBdr>{shade(background)}"


KEEP = "<w:keepNext/><w:keepLines/>"
RIGHT_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{_TEXT_WIDTH}"/></w:tabs>'


def styles() -> list[Style]:
    return [
        *_basic_styles(),
        *_headings(),
        *_paragraph_styles(),
        *_bar_styles(),
        *_character_styles(),
        *_table_styles(),
    ]


def _basic_styles() -> list[Style]:
    return [
        Style(
            "Normal", based_on="", is_default=True, layout="<w:widowControl/>", look=font(colour=look.TEXT)
        ),
        Style("Default Paragraph Font", "character", based_on="", is_default=True),
        Style("No List", "numbering", based_on="", is_default=True),
        Style(
            "Normal Table",
            "table",
            based_on="",
            is_default=True,
            rest='<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>',
        ),
        Style(look.PARAGRAPHS[ParagraphRole.BODY]),
    ]


def _headings() -> list[Style]:
    sizes = ((22, 0, 2), (15, 16, 4), (12, 12, 3), (11, 8, 2))
    return [
        Style(
            name,
            following=look.PARAGRAPHS[ParagraphRole.BODY],
            layout=KEEP
            + spacing(before, after, 252)
            + (f'<w:outlineLvl w:val="{level - 1}"/>' if level else ""),
            look=font(size, look.PRIMARY, bold=True),
        )
        for level, (name, (size, before, after)) in enumerate(zip(look.HEADINGS, sizes, strict=True))
    ]


def _paragraph_styles() -> list[Style]:
    body = look.PARAGRAPHS[ParagraphRole.BODY]
    footer_rule = f"<w:pBdr>{border('top', look.RULE, 4, 6)}</w:pBdr>"
    margin = font(9, look.MUTED)
    field_tab = f'<w:tabs><w:tab w:val="left" w:pos="{_LABEL_WIDTH}"/></w:tabs>'
    return [
        Style(
            look.PARAGRAPHS[ParagraphRole.SUBTITLE], layout=KEEP + spacing(0, 8), look=font(13, look.MUTED)
        ),
        Style(
            look.PARAGRAPHS[ParagraphRole.INTRODUCTION],
            following=body,
            layout=KEEP + spacing(0, 5),
            look=font(9.5, look.MUTED),
        ),
        Style(look.PARAGRAPHS[ParagraphRole.NOTE], layout=spacing(4, 6), look=font(9.5, look.MUTED)),
        Style(
            look.PARAGRAPHS[ParagraphRole.LEAD],
            following=look.BULLET,
            layout=KEEP + spacing(4, 1),
            look=font(bold=True),
        ),
        Style(look.FIELD, layout=field_tab + spacing(0, 1) + indent(_LABEL_WIDTH, _LABEL_WIDTH)),
        Style(look.BULLET, layout=_listed(1) + spacing(0, 3)),
        Style(look.NUMBERED, layout=_listed(2) + spacing(0, 3)),
        Style(look.HEADER, layout=RIGHT_TAB + spacing(0, 0), look=margin),
        Style(look.FOOTER, layout=footer_rule + RIGHT_TAB + spacing(0, 0), look=margin),
        Style(look.CELL, layout=spacing(0, 0, 252), look=font(10)),
        Style(
            look.CELL_HEADING,
            based_on=look.CELL,
            layout="<w:keepNext/>",
            look=font(colour=look.PRIMARY, bold=True),
        ),
    ]


def _bar_styles() -> list[Style]:
    """Status lines in the colours of their tone, and the three callouts."""
    callouts = (
        (CalloutKind.DECISION, look.PRIMARY, look.TINT),
        (CalloutKind.AGREEMENT, look.RULE, look.TINT),
        (CalloutKind.ACTION, look.ACTION, ""),
    )
    statuses = [
        Style(
            look.STATUS_LINES[tone],
            layout=f"<w:keepLines/>{bar(colours.text, colours.background)}{spacing(4, 8)}{indent(_BAR)}",
            look=font(colour=colours.text),
        )
        for tone, colours in look.TONES.items()
    ]
    return statuses + [
        Style(
            look.CALLOUTS[kind],
            layout=f"<w:keepLines/>{bar(colour, tint)}{spacing(5, 5)}{indent(_BAR)}",
        )
        for kind, colour, tint in callouts
    ]


def _character_styles() -> list[Style]:
    confidential = look.TONES[Tone.OVERDUE]
    rows = {
        look.RUNS[Look.BOLD]: font(bold=True),
        look.RUNS[Look.REF]: font(colour=look.PRIMARY, bold=True),
        look.RUNS[Look.STRIKE]: font(more="<w:strike/>"),
        look.RUNS[Look.MUTED]: font(colour=look.MUTED),
        look.RUNS[Look.CONFIDENTIAL]: font(colour=confidential.text, bold=True)
        + shade(confidential.background),
    } | {name: font(colour=look.TONES[tone].text, bold=True) for tone, name in look.TONE_RUNS.items()}
    return [
        Style(name, "character", based_on="Default Paragraph Font", look=text) for name, text in rows.items()
    ]


def _table_styles() -> list[Style]:
    outside = border("top", look.PRIMARY, 8), border("bottom", look.PRIMARY, 8)
    inside = border("insideH", look.RULE, 4)
    sides = border("left", look.RULE, 4), border("right", look.RULE, 4), border("insideV", look.RULE, 4)
    heading_row = (
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{border("bottom", look.PRIMARY, 8)}'
        f"</w:tcBorders>{shade(look.TINT)}</w:tcPr></w:tblStylePr>"
    )
    borders = {
        look.TABLE: f"{outside[0]}{outside[1]}{inside}",
        look.TABLE_TO_SIGN: f"{outside[0]}{sides[0]}{outside[1]}{sides[1]}{inside}{sides[2]}",
    }
    return [
        Style(
            name,
            "table",
            based_on="Normal Table",
            rest=f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders>{_cell_margins()}</w:tblPr>{heading_row}",
        )
        for name, lines in borders.items()
    ]


def _cell_margins() -> str:
    sides = (("top", 50), ("left", 100), ("bottom", 50), ("right", 100))
    margins = "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>' for side, twips in sides)
    return f"<w:tblCellMar>{margins}</w:tblCellMar>"


def _listed(numbering: int) -> str:
    return f'<w:numPr><w:numId w:val="{numbering}"/></w:numPr>'


def _wrapped(tag: str, contents: str) -> str:
    return f"<w:{tag}>{contents}</w:{tag}>" if contents else ""


def parts() -> dict[str, str]:
    """Every part of the package by its name."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relationships(
            *((f"{_OFFICE}/{kind}", f"{name}.xml") for name, kind in _WORD_PARTS.items())
        ),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
        "word/theme1.xml": _theme(),
        "word/header1.xml": _margin_part("hdr", look.HEADER),
        "word/footer1.xml": _margin_part("ftr", look.FOOTER),
    }


_WORD_PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "fontTable": "fontTable",
    "theme1": "theme",
    "header1": "header",
    "footer1": "footer",
}
"""The parts beside the document itself, and what they are to it; ``rId1`` is the first."""


def _content_types() -> str:
    overrides = {f"/word/{name}.xml": f"{_WORD}.{kind}+xml" for name, kind in _WORD_PARTS.items()} | {
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    }
    lines = "".join(
        f'<Override PartName="{name}" ContentType="{type_}"/>' for name, type_ in overrides.items()
    )
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    )


def _relationships(*related: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(related, start=1)
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _core() -> str:
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><cp:revision>1</cp:revision>'
        "</cp:coreProperties>"
    )


def _document() -> str:
    names = list(_WORD_PARTS)
    header, footer = (f"rId{names.index(name) + 1}" for name in ("header1", "footer1"))
    return (
        f"{_DECLARATION}<w:document {_W} {_R}><w:body><w:sectPr>"
        f'<w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:footerReference w:type="default" r:id="{footer}"/>'
        f'<w:pgSz w:w="{look.PAGE_WIDTH}" w:h="{look.PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="{look.MARGIN_TOP}" w:right="{look.MARGIN_SIDE}" w:bottom="{look.MARGIN_BOTTOM}"'
        f' w:left="{look.MARGIN_SIDE}" w:header="680" w:footer="567" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )


def _styles() -> str:
    fonts = "".join(f' w:{script}="Calibri"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{spacing()}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    return f"{_DECLARATION}<w:styles {_W}>{defaults}{''.join(style.xml() for style in styles())}</w:styles>"


def _numbering() -> str:
    levels = ((look.BULLET, "bullet", "•"), (look.NUMBERED, "decimal", "%1."))
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{style_id(style)}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent(340, 340)}</w:pPr></w:lvl></w:abstractNum>"
        for number, (style, form, text) in enumerate(levels, start=1)
    )
    lists = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    return f"{_DECLARATION}<w:numbering {_W}>{kinds}{lists}</w:numbering>"


def _settings() -> str:
    compatibility = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    lines = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in compatibility.items()
    )
    return (
        f'{_DECLARATION}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{lines}</w:compat>'
        '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def _fonts() -> str:
    """Where there is no Calibri, a face as wide as it, else any other without serifs."""
    return (
        f'{_DECLARATION}<w:fonts {_W}><w:font w:name="Calibri"><w:altName w:val="Carlito"/>'
        '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _theme() -> str:
    """Our colours and our face, for what a secretary adds by hand; Word asks for a theme."""
    inks = {"dk1": look.TEXT, "lt1": "FFFFFF", "dk2": look.PRIMARY, "lt2": look.TINT}
    inks |= {f"accent{number}": colour for number, colour in enumerate(_ACCENTS, start=1)}
    inks |= {"hlink": look.PRIMARY, "folHlink": look.MUTED}
    colours = "".join(f'<a:{name}><a:srgbClr val="{ink}"/></a:{name}>' for name, ink in inks.items())
    face = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{_DECLARATION}<a:theme {_A} name="overleg">'
        f'<a:themeElements><a:clrScheme name="overleg">{colours}</a:clrScheme><a:fontScheme name="overleg">'
        f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="overleg"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}'
        f"</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}"
        "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


_ACCENTS = (look.PRIMARY, look.ACTION, *(look.TONES[tone].text for tone in Tone if tone is not Tone.DONE))


def _margin_part(tag: str, style: str) -> str:
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr></w:p>'
    return f"{_DECLARATION}<w:{tag} {_W}>{paragraph}</w:{tag}>"


def made() -> bytes:
    """The base document, the same bytes at every run."""
    return packed({name: part.encode() for name, part in parts().items()})


def main() -> None:
    PRODUCT.write_bytes(made())
    print(f"{PRODUCT.name}: {PRODUCT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
