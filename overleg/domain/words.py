"""A word of the field in both languages, for the tables of the domain."""

from dataclasses import dataclass

from overleg.domain.choices import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One thing said in both languages; `typed` are further words a chair may type for it."""

    nl: str
    en: str
    typed: tuple[str, ...] = ()

    def __getitem__(self, language: Language) -> str:
        return self.nl if language is Language.NL else self.en

    def __str__(self) -> str:
        return self.en

    def all(self) -> tuple[str, ...]:
        return (self.nl, self.en, *self.typed)
