"""What models say, in the language of the letter. # D6"""

import pytest

from shared.infrastructure.models.catalogue import FolderCatalogue
from shared.infrastructure.print.words import notice, term
from shared.settings import Settings
from tests.servers.imagini import ROOT


def test_all_that_our_own_models_say_is_known_in_spanish() -> None:
    models = FolderCatalogue(ROOT / Settings().models).all()
    said = [text for model in models for text in (*(label.name for label in model.labels), model.notice)]
    assert said
    assert [text for text in said if term(text, "es") == text] == []


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "Cardiomegaly", "Cardiomegaly"),
        ("es", "Cardiomegaly", "Cardiomegalia"),
        ("es", "Situs inversus", "Situs inversus"),
    ],
)
def test_a_finding_is_named_in_the_readers_language_or_as_it_came(
    language: str, text: str, printed: str
) -> None:
    assert term(text, language) == printed


def test_of_several_notices_each_is_translated() -> None:
    ours = "demonstration model, synthetic data, not for clinical use"
    assert notice(f"{ours}; Research only.", "es") == (
        "modelo de demostración, datos sintéticos, no apto para uso clínico; Research only."
    )
