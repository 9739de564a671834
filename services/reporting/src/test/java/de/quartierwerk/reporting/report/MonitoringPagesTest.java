package de.quartierwerk.reporting.report;

import static de.quartierwerk.reporting.report.ReportExamples.MILL;
import static de.quartierwerk.reporting.report.ReportExamples.NOW;
import static de.quartierwerk.reporting.report.ReportExamples.WORDS;
import static de.quartierwerk.reporting.report.ReportExamples.indicator;
import static de.quartierwerk.reporting.report.ReportExamples.value;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.reporting.indicator.Indicator;
import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.indicator.ValueStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitoringPagesTest {
    private static MonitoringPage page(MonitoringDocument document) {
        return MonitoringPages.of(document, Map.of(), WORDS, "body {}");
    }

    private static MonitoringPage page() {
        return page(ReportExamples.document());
    }

    /** A document with so many indicators of one theme. */
    private static MonitoringDocument withIndicators(int count) {
        List<PublicValue> values = new ArrayList<>();
        Map<String, Indicator> indicators = new HashMap<>();
        for (int i = 10; i < 10 + count; i++) {
            values.add(value("i" + i, MILL, "1", ValueStatus.NORMAL));
            indicators.put("i" + i, indicator("i" + i, "housing", IndicatorKind.COUNT, "persons"));
        }
        ReportData data = new ReportData(
                ReportExamples.places(ReportExamples.DISTRICT, MILL),
                List.of(),
                values,
                indicators,
                List.of(),
                List.of(),
                List.of());
        return MonitoringAssembler.assemble(ReportExamples.report("1"), data, WORDS, NOW);
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
    void tabulatesValuesByLevelAndMunicipality() {
        MonitoringPage.ThemeView spaces = page().themes().get(0);

        assertThat(spaces.title()).isEqualTo("Employment (Social space)");
        assertThat(spaces.span()).isEqualTo(2);
        assertThat(spaces.columns().get(0))
                .isEqualTo(new MonitoringPage.ValueHead("Name of rate", "rate", "percent", "As of 2023"));
        assertThat(spaces.groups()).extracting(MonitoringPage.ValueGroup::name).containsExactly("Town", "Village");
        assertThat(spaces.groups().get(0).rows())
                .containsExactly(
                        new MonitoringPage.ValueRow("Mill quarter", "1-1-a", List.of("12.5")),
                        new MonitoringPage.ValueRow("Castle quarter", "1-1-b", List.of(".")));
        assertThat(spaces.groups().get(1).rows().get(0).values()).containsExactly("/");
        assertThat(page().themes().get(1).groups().get(0).rows().get(0).values())
                .containsExactly("(9.0)");
    }

    @Test
    void splitsAThemeWithManyIndicatorsIntoTablesOfEqualWidth() {
        assertThat(page(withIndicators(7)).themes())
                .extracting(theme -> theme.columns().size())
                .containsExactly(7);
        assertThat(page(withIndicators(15)).themes())
                .extracting(theme -> theme.columns().size())
                .containsExactly(5, 5, 5);
        assertThat(page(withIndicators(15)).themes())
                .extracting(MonitoringPage.ThemeView::id)
                .containsExactly("values1", "values2", "values3");
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
