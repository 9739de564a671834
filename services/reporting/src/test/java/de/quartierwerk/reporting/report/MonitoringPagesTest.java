package de.quartierwerk.reporting.report;

import static de.quartierwerk.reporting.report.ReportExamples.NOW;
import static de.quartierwerk.reporting.report.ReportExamples.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitoringPagesTest {
    private static MonitoringPage page(MonitoringDocument document) {
        return MonitoringPages.of(document, Map.of(), WORDS, "body {}", false);
    }

    private static MonitoringPage page() {
        return page(ReportExamples.document());
    }

    @Test
    void headsThePageWithAreaPeriodAndDay() {
        MonitoringPage page = page();

        assertThat(page.title()).isEqualTo("Example district");
        assertThat(page.period()).isEqualTo("2023");
        assertThat(page.assembled()).isEqualTo("2 April 2024");
        assertThat(page.number()).isEqualTo(ReportExamples.REPORT.toString());
    }

    @Test
    void speaksOfAllSpacesWithoutAnArea() {
        MonitoringDocument document = MonitoringAssembler.assemble(
                ReportExamples.report(null),
                new ReportData(
                        ReportExamples.places(null), List.of(), List.of(), Map.of(), List.of(), List.of(), List.of()),
                WORDS,
                NOW);

        assertThat(page(document).title()).isEqualTo("All spaces");
    }

    @Test
    void namesSourceAndRangeOfEachIndicator() {
        MonitoringPage.SourceRow row = page().sources().get(0);

        assertThat(row.lowest()).isEqualTo("12.5");
        assertThat(row.highest()).isEqualTo("12.5");
        assertThat(row.shown()).isEqualTo("1");
        assertThat(row.suppressed()).isEqualTo("1");
        assertThat(row.polarity()).isEqualTo("high = burdened");
        assertThat(row.source()).isEqualTo("Statistics office, CC0-1.0");
        assertThat(page().origins())
                .containsExactly(new MonitoringPage.OriginRow("Statistics office, CC0-1.0", "Name of rate"));
    }

    @Test
    void givesNoRangeOfASingleSpace() {
        MonitoringPage.SourceRow town = page().sources().get(1);

        assertThat(town.lowest()).isEmpty();
        assertThat(town.median()).isEmpty();
        assertThat(town.highest()).isEmpty();
        assertThat(town.shown()).isEqualTo("1");
    }

    @Test
    void writesOffersAndGrantsWithTheNamesOfTheirSpaces() {
        assertThat(page().offers())
                .containsExactly(new MonitoringPage.OfferRow(
                        "Meeting point", "Association A", "Families", "Mill quarter", "HF1"));
        assertThat(page().grants())
                .containsExactly(new MonitoringPage.GrantRow(
                        "Association A",
                        "Neighbourhood work",
                        "48,000.00\u00a0EUR",
                        "Council, 17 June 2024, Paper 2024/0123",
                        "Mill quarter"));
    }

    @Test
    void explainsTheMarks() {
        assertThat(page().marks()).extracting(MonitoringPage.MarkRow::mark).containsExactly(".", "-", "/", "x", "( )");
    }
}
