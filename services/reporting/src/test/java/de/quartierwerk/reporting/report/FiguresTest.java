package de.quartierwerk.reporting.report;

import static de.quartierwerk.reporting.report.ReportExamples.CASTLE;
import static de.quartierwerk.reporting.report.ReportExamples.GREEN;
import static de.quartierwerk.reporting.report.ReportExamples.MILL;
import static de.quartierwerk.reporting.report.ReportExamples.NOW;
import static de.quartierwerk.reporting.report.ReportExamples.TOWN;
import static de.quartierwerk.reporting.report.ReportExamples.WORDS;
import static de.quartierwerk.reporting.report.ReportExamples.value;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.reporting.indicator.ValueStatus;
import de.quartierwerk.reporting.report.MonitoringDocument.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void findsNothingInTheSameDocument() {
        assertThat(Figures.changes(ReportExamples.document(), ReportExamples.document(), WORDS))
                .isEmpty();
    }

    @Test
    void namesExactlyTheFiguresThatDiffer() {
        ReportData data = ReportExamples.data();
        ReportData later = new ReportData(
                data.places(),
                data.runs(),
                List.of(
                        value("rate", MILL, "13", ValueStatus.NORMAL),
                        value("rate", CASTLE, null, ValueStatus.SUPPRESSED),
                        value("rate", GREEN, "7.25", ValueStatus.UNRELIABLE),
                        value("rate", TOWN, null, ValueStatus.SUPPRESSED)),
                data.indicators(),
                data.offers(),
                List.of(),
                data.notices());

        List<Change> changes = Figures.changes(
                ReportExamples.document(),
                MonitoringAssembler.assemble(ReportExamples.report("1"), later, WORDS, NOW),
                WORDS);

        assertThat(changes)
                .containsExactly(
                        new Change("Town (1-1)", "Name of rate (2023)", "9", "."),
                        new Change("Mill quarter (1-1-a)", "Name of rate (2023)", "12.5", "13"),
                        new Change(
                                "Funding",
                                "Association A, Neighbourhood work (" + ReportExamples.REPORT + ")",
                                "48000.00",
                                null));
    }
}
