package de.quartierwerk.ingestion.intake.validation.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeCheckTest {
    private static final StagedPlace PLACE = new StagedPlace(0, 2, 1);

    private final List<ChangeCheck.Unusual> found = new ArrayList<>();

    @Test
    void comparesPeriodsOfTheSameFormTheLatestFirst() {
        assertThat(ChangeCheck.earlier(Set.of("2020", "2020-Q2"), List.of("2018", "2019", "2020-Q1", "2021")))
                .isEqualTo(Map.of("2020", List.of("2019", "2018"), "2020-Q2", List.of("2020-Q1")));
    }

    @Test
    void aValueIsComparedWithThatOfThePeriodBefore() {
        ChangeCheck.SpaceSeries series = series(Map.of("2020", List.of("2019")), true);
        series.add(known("a", "2019", "100"));
        series.add(delivered("a", "2020", "151"));
        series.judge();

        assertThat(told(series, "2020")).containsExactly("151.0 warning");
    }

    @Test
    void whatTheFileSaysOfAnEarlierPeriodReplacesWhatIsKnown() {
        ChangeCheck.SpaceSeries series = series(Map.of("2020", List.of("2019"), "2019", List.of()), true);
        series.add(known("a", "2019", "100"));
        series.add(delivered("a", "2019", "200"));
        series.add(delivered("a", "2020", "210"));
        series.judge();

        assertThat(told(series, "2020")).isEmpty();
    }

    @Test
    void aValueFarFromAllPeriodsBeforeIsReported() {
        List<String> before = List.of("2019", "2018", "2017", "2016", "2015");
        ChangeCheck.SpaceSeries series = series(Map.of("2020", before), false);
        for (int i = 0; i < before.size(); i++) {
            series.add(known("a", before.get(i), Integer.toString(100 + i)));
        }
        series.add(delivered("a", "2020", "140"));
        series.judge();

        assertThat(found)
                .containsExactly(
                        new ChangeCheck.Unusual(PLACE, new BigDecimal("140"), null, new BigDecimal("140"), false));
    }

    private static List<String> told(ChangeCheck.SpaceSeries series, String period) {
        List<String> told = new ArrayList<>();
        series.changes()
                .get(period)
                .judge((place, value, before, warning) -> told.add(value + (warning ? " warning" : " hint")));
        return told;
    }

    private ChangeCheck.SpaceSeries series(Map<String, List<String>> earlier, boolean count) {
        return new ChangeCheck.SpaceSeries(earlier, count, found::add);
    }

    private static ChangeCheck.Entry known(String space, String period, String value) {
        return new ChangeCheck.Entry(space, period, new BigDecimal(value), null, null);
    }

    private static ChangeCheck.Entry delivered(String space, String period, String value) {
        return new ChangeCheck.Entry(space, period, new BigDecimal(value), "normal", PLACE);
    }
}
