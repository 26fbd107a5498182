"""A report as a letter: A4, one column, page numbers, and the models' notice at the foot of every page."""

from typing import Self

from font_source_sans_pro import font_files_ttf
from fpdf import FPDF

from shared.application.models.report_view import FindingOfReport, ReportView
from shared.domain.report import ReportStatus, Sections
from shared.infrastructure.print.words import WORDS, age, day, notice, percent, term

INK, MUTED, ACCENT = (24, 32, 40), (96, 110, 124), (15, 118, 110)
MARGIN = 22  # mm


class PdfPrinter:
    def pdf(self, report: ReportView, letterhead: str, language: str) -> bytes:
        return bytes(Letter(report, letterhead, language).compose().output())


class Letter(FPDF):
    def __init__(self, report: ReportView, letterhead: str, language: str) -> None:
        super().__init__(format="A4")
        self._report, self._letterhead, self._language = report, letterhead, language
        self._words = WORDS[language]
        self.set_margin(MARGIN)
        self.set_auto_page_break(auto=True, margin=MARGIN + 6)
        self.add_font("Sans", "", font_files_ttf["SourceSansPro"])
        self.add_font("Sans", "B", font_files_ttf["SourceSansProSemibold"])
        self.set_title(self._words["title"])
        self.set_lang(language)

    def header(self) -> None:
        self._text(self._letterhead, size=9, color=MUTED)
        self.set_draw_color(*ACCENT)
        self.line(MARGIN, self.get_y() + 1, self.w - MARGIN, self.get_y() + 1)
        self.ln(7)

    def footer(self) -> None:
        self.set_y(-MARGIN)
        if self._report.notice:
            self._text(notice(self._report.notice, self._language), size=8, color=MUTED)
        self._text(self._words["page"].format(page=self.page_no()), size=8, color=MUTED, align="R")

    def compose(self) -> Self:
        self.add_page()
        self._text(self._words["title"], size=20, style="B", height=10)
        if self._report.status is ReportStatus.DRAFT:
            self._text(self._words["draft"], size=10, style="B", color=ACCENT)
        self.ln(3)
        self._facts()
        for name in Sections.model_fields:
            self._section(name)
        self._signature()
        return self

    def _facts(self) -> None:
        words, patient, study, unknown = (
            self._words,
            self._report.patient,
            self._report.study,
            self._words["unknown"],
        )
        born = day(patient.birth_date, self._language)
        how_old = age(patient.age, self._language)
        facts = {
            "patient": patient.name or unknown,
            "mrn": patient.mrn or unknown,
            "birth_date": f"{born} ({how_old})" if how_old else born,
            "sex": words[patient.sex] if patient.sex else unknown,
            "study_date": day(study.date, self._language),
            "study": " ".join([*study.modalities, study.description]).strip() or unknown,
            "referring": study.referring_physician or unknown,
            "accession": study.accession_number or unknown,
        }
        for name, value in facts.items():
            self._font(10, "", MUTED)
            self.cell(46, 5.6, words[name])
            self._text(value, size=10)
        self.ln(4)

    def _section(self, name: str) -> None:
        body = getattr(self._report.sections, name).strip()
        approved = self._report.findings if name == "findings" else []
        if not body and not approved:
            return
        self._text(self._words[name], size=12, style="B", color=ACCENT, height=7)
        for finding in approved:
            self._text(f"• {self._sentence(finding)}", size=11)
        if body:
            self._text(body, size=11)
        self.ln(3)

    def _sentence(self, finding: FindingOfReport) -> str:
        score = f"{self._words['probability']} {percent(finding.probability, self._language)}"
        description = f" {finding.description}" if finding.description else ""
        return f"{term(finding.label, self._language)} ({score}).{description}"

    def _signature(self) -> None:
        if self._report.author and self._report.report_date:
            self.ln(4)
            when = day(self._report.report_date.date(), self._language)
            self._text(f"{self._words['signed_by']} {self._report.author}, {when}", size=11, style="B")

    def _text(
        self,
        text: str,
        *,
        size: float,
        style: str = "",
        color: tuple[int, int, int] = INK,
        height: float = 5.6,
        align: str = "L",
    ) -> None:
        self._font(size, style, color)
        self.multi_cell(0, height, text, align=align, new_x="LMARGIN", new_y="NEXT")

    def _font(self, size: float, style: str, color: tuple[int, int, int]) -> None:
        self.set_font("Sans", style, size)
        self.set_text_color(*color)
