"""The judgement of a validator that did not write the file."""

from pathlib import Path

from openxml_audit import OpenXmlValidator


def faults(path: Path) -> list[str]:
    """What is wrong with a Word file by its specification; nothing for a valid one."""
    result = OpenXmlValidator().validate(path)
    return [str(error) for error in result.errors] + ["invalid"] * (not result.is_valid)
