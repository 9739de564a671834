package de.quartierwerk.reporting.report;

import static de.quartierwerk.reporting.report.ReportExamples.DISTRICT;
import static de.quartierwerk.reporting.report.ReportExamples.MILL;
import static de.quartierwerk.reporting.report.ReportExamples.indicator;
import static de.quartierwerk.reporting.report.ReportExamples.places;
import static de.quartierwerk.reporting.report.ReportExamples.space;
import static de.quartierwerk.reporting.report.ReportExamples.value;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.indicator.ValueStatus;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.text.Mark;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpaceEntriesTest {
    private static ReportData data(ReportData.Places places, PublicValue... values) {
        return new ReportData(
                places,
                List.of(),
                List.of(values),
                Map.of("rate", indicator("rate", null, IndicatorKind.RATIO, "percent")),
                List.of(),
                List.of(),
                List.of());
    }

    private static MonitoringDocument.Value only(PublicValue value) {
        return new SpaceEntries(data(places(DISTRICT, MILL), value))
                .entries()
                .get(0)
                .values()
                .get("rate");
    }

    @Test
    void showsSpacesWithAResultOrAValueInTheOrderOfTheirKeys() {
        List<MonitoringDocument.Space> entries = new SpaceEntries(ReportExamples.data()).entries();

        assertThat(entries).extracting(MonitoringDocument.Space::key).containsExactly("1-1", "1-1-a", "1-1-b", "1-2-a");
        assertThat(entries.get(3).results().get("fields").excluded()).isEqualTo("fewer than 300 inhabitants");
    }

    @Test
    void namesTheMunicipalityAroundASpace() {
        List<MonitoringDocument.Space> entries = new SpaceEntries(ReportExamples.data()).entries();

        assertThat(entries.get(1).within())
                .isEqualTo(new MonitoringDocument.Area("1-1", "Town", "municipality", "Municipality"));
    }

    @Test
    void namesTheLargestSpaceBelowTheAreaWhereThereIsNoMunicipality() {
        Space region = space("r", "Region", "region", "r");
        Space part = space("r-1", "Part", "part", "r", "r-1");
        Space block = space("r-1-a", "Block", "block", "r", "r-1", "r-1-a");
        ReportData.Places places =
                new ReportData.Places(region, Map.of(), Map.of("r-1-a", block), Map.of("r", region, "r-1", part));

        List<MonitoringDocument.Space> entries =
                new SpaceEntries(data(places, value("rate", block, "1", ValueStatus.NORMAL))).entries();

        assertThat(entries.get(0).within()).isEqualTo(new MonitoringDocument.Area("r-1", "Part", "part", "part"));
    }

    @Test
    void liesInNothingAtTheTop() {
        Space island = space("i", "Island", "block", "i");
        ReportData.Places places = new ReportData.Places(null, Map.of(), Map.of("i", island), Map.of("i", island));

        List<MonitoringDocument.Space> entries =
                new SpaceEntries(data(places, value("rate", island, "1", ValueStatus.NORMAL))).entries();

        assertThat(entries.get(0).within()).isNull();
    }

    @Test
    void keepsNumbersThatAreShown() {
        MonitoringDocument.Value value = only(value("rate", MILL, "12.5", ValueStatus.NORMAL));

        assertThat(value.value()).isEqualTo(new BigDecimal("12.5"));
        assertThat(value.numerator()).isEqualTo(new BigDecimal("29"));
        assertThat(value.mark()).isNull();
    }

    @Test
    void keepsNoNumberForWhichAMarkStands() {
        MonitoringDocument.Value value = only(value("rate", MILL, "7.25", ValueStatus.UNRELIABLE));

        assertThat(value.value()).isNull();
        assertThat(value.numerator()).isNull();
        assertThat(value.denominator()).isNull();
        assertThat(value.mark()).isEqualTo(Mark.UNRELIABLE);
    }
}
