package de.quartierwerk.reporting.report;

import static de.quartierwerk.reporting.report.ReportExamples.CASTLE;
import static de.quartierwerk.reporting.report.ReportExamples.GREEN;
import static de.quartierwerk.reporting.report.ReportExamples.LEVELS;
import static de.quartierwerk.reporting.report.ReportExamples.MILL;
import static de.quartierwerk.reporting.report.ReportExamples.TOWN;
import static de.quartierwerk.reporting.report.ReportExamples.indicator;
import static de.quartierwerk.reporting.report.ReportExamples.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.indicator.ValueStatus;
import de.quartierwerk.reporting.space.Space;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IndicatorEntriesTest {
    private static final Map<String, Space> SPACES =
            Stream.of(TOWN, MILL, CASTLE, GREEN).collect(Collectors.toMap(Space::key, Function.identity()));

    private static List<MonitoringDocument.Indicator> entries(PublicValue... values) {
        return IndicatorEntries.of(
                List.of(values),
                Map.of(
                        "a", indicator("a", "poverty", IndicatorKind.COUNT, "persons"),
                        "b", indicator("b", "education", IndicatorKind.RATIO, "percent"),
                        "c", indicator("c", null, IndicatorKind.RATIO, "percent")),
                SPACES,
                LEVELS);
    }

    @Test
    void rangesOverShownValuesOnly() {
        List<MonitoringDocument.Indicator> entries = entries(
                value("a", MILL, "4", ValueStatus.NORMAL),
                value("a", CASTLE, "10", ValueStatus.ESTIMATED),
                value("a", GREEN, "99", ValueStatus.UNRELIABLE));

        assertThat(entries)
                .extracting(MonitoringDocument.Indicator::range)
                .containsExactly(new MonitoringDocument.Range(
                        new BigDecimal("4"), new BigDecimal("7"), new BigDecimal("10"), 2, 0));
    }

    @Test
    void hasNoRangeWhereEverythingIsSecret() {
        List<MonitoringDocument.Indicator> entries = entries(
                value("a", MILL, null, ValueStatus.SUPPRESSED), value("a", CASTLE, null, ValueStatus.SUPPRESSED));

        assertThat(entries)
                .extracting(MonitoringDocument.Indicator::range)
                .containsExactly(new MonitoringDocument.Range(null, null, null, 0, 2));
    }

    @Test
    void putsSmallSpacesFirstThenThemesThenCodes() {
        List<MonitoringDocument.Indicator> entries = entries(
                value("a", TOWN, "1", ValueStatus.NORMAL),
                value("a", MILL, "1", ValueStatus.NORMAL),
                value("b", MILL, "1", ValueStatus.NORMAL),
                value("c", MILL, "1", ValueStatus.NORMAL));

        assertThat(entries)
                .extracting(MonitoringDocument.Indicator::level, MonitoringDocument.Indicator::code)
                .containsExactly(
                        tuple("social-space", "b"),
                        tuple("social-space", "a"),
                        tuple("social-space", "c"),
                        tuple("municipality", "a"));
    }
}
