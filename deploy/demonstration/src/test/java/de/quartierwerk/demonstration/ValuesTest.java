package de.quartierwerk.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.demonstration.indicator.DemonstrationIndicator;
import de.quartierwerk.demonstration.values.Count;
import de.quartierwerk.demonstration.values.SpaceSeries;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private static final DemonstrationRegion REGION = DemonstrationRegion.generate(RegionSettings.standard());

    @Test
    void populations_liePlausiblyBetween3000And20000() {
        everyYear(
                (series, year) -> assertThat(series.get(Count.POPULATION, year)).isBetween(3_000, 20_000));
    }

    @Test
    void parts_areNeverLargerThanTheirWhole() {
        everyYear((series, year) -> {
            for (DemonstrationIndicator indicator : REGION.indicators()) {
                if (indicator.fraction() && indicator.unit().equals("percent")) {
                    assertThat(series.get(indicator.numeratorCount(), year))
                            .as(indicator.code())
                            .isBetween(0, series.get(indicator.denominatorCount(), year));
                    assertThat(series.get(indicator.denominatorCount(), year)).isPositive();
                }
            }
        });
    }

    @Test
    void counts_hangTogether() {
        everyYear((series, year) -> {
            assertThat(sum(series, year, Count.UNDER_65, Count.FROM_65)).isEqualTo(series.get(Count.POPULATION, year));
            assertThat(sum(series, year, Count.UNDER_15, Count.FROM_15_TO_64))
                    .isEqualTo(series.get(Count.UNDER_65, year));
            assertThat(sum(series, year, Count.UNDER_3, Count.FROM_3_TO_5)).isEqualTo(series.get(Count.UNDER_6, year));
            assertThat(sum(series, year, Count.UNEMPLOYED, Count.EMPLOYED))
                    .isLessThanOrEqualTo(series.get(Count.FROM_15_TO_64, year));
            assertThat(series.get(Count.SGB2_UNDER_15, year)).isLessThan(series.get(Count.SGB2, year) * 6 / 10);
            assertThat(series.get(Count.FOREIGNERS, year))
                    .isLessThanOrEqualTo(series.get(Count.MIGRATION_BACKGROUND, year));
            assertThat(sum(series, year, Count.SINGLE_PARENTS, Count.LARGE_FAMILIES))
                    .isLessThan(series.get(Count.FAMILIES, year));
            assertThat(sum(series, year, Count.FAMILIES, Count.ONE_PERSON))
                    .isLessThan(series.get(Count.HOUSEHOLDS, year));
        });
    }

    @Test
    void rates_changeSlowly() {
        for (int s = 0; s < 93; s++) {
            SpaceSeries series = REGION.series(s);
            for (int year = 2013; year <= 2023; year++) {
                double before = (double) series.get(Count.SGB2, year - 1) / series.get(Count.UNDER_65, year - 1);
                double now = (double) series.get(Count.SGB2, year) / series.get(Count.UNDER_65, year);
                assertThat(now / before).isBetween(0.93, 1.07);
            }
        }
    }

    @Test
    void poverty_goesWithUnemploymentAndAgainstGrammarSchools() {
        // Given
        double[] poverty = rates(Count.SGB2, Count.UNDER_65);
        // Then
        assertThat(correlation(poverty, rates(Count.UNEMPLOYED, Count.FROM_15_TO_64)))
                .isGreaterThan(0.8);
        assertThat(correlation(poverty, rates(Count.SGB2_UNDER_15, Count.UNDER_15)))
                .isGreaterThan(0.7);
        assertThat(correlation(poverty, rates(Count.SINGLE_PARENTS, Count.FAMILIES)))
                .isGreaterThan(0.6);
        assertThat(correlation(poverty, rates(Count.GRAMMAR_SCHOOL, Count.SCHOOL_CHANGES)))
                .isLessThan(-0.5);
        assertThat(correlation(poverty, rates(Count.FROM_80, Count.POPULATION))).isLessThan(0);
    }

    @Test
    void catalogue_isCompleteAndUsedByTheScheme() {
        // Given
        Set<String> codes = new HashSet<>();
        List<DemonstrationIndicator> indicators = REGION.indicators();
        indicators.forEach(indicator -> codes.add(indicator.code()));
        // When
        Set<String> used = new HashSet<>();
        collect(DemonstrationRegion.scheme(), used);
        // Then
        assertThat(indicators).hasSizeBetween(40, 50).doesNotHaveDuplicates();
        assertThat(codes).containsAll(used).hasSize(indicators.size());
        assertThat(indicators).allSatisfy(indicator -> {
            JsonNode body = indicator.definition(new ObjectMapper());
            assertThat(body.get("name").asText()).isNotBlank();
            assertThat(body.get("description").asText()).endsWith("(erfunden)");
            assertThat(indicator.count() != null || indicator.fraction() || indicator.computed())
                    .isTrue();
        });
    }

    private static void collect(JsonNode node, Set<String> codes) {
        if (node.has("indicator")) {
            codes.add(node.get("indicator").asText());
        }
        node.forEach(child -> collect(child, codes));
    }

    private interface Check {
        void check(SpaceSeries series, int year);
    }

    private static void everyYear(Check check) {
        for (int s = 0; s < REGION.territory().spaces().size(); s++) {
            SpaceSeries series = REGION.series(s);
            for (int year = 2012; year <= 2023; year++) {
                check.check(series, year);
            }
        }
    }

    private static int sum(SpaceSeries series, int year, Count one, Count other) {
        return series.get(one, year) + series.get(other, year);
    }

    private static double[] rates(Count numerator, Count denominator) {
        double[] rates = new double[93];
        for (int s = 0; s < rates.length; s++) {
            SpaceSeries series = REGION.series(s);
            rates[s] = (double) series.get(numerator, 2023) / series.get(denominator, 2023);
        }
        return rates;
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = java.util.Arrays.stream(x).average().orElseThrow();
        double meanY = java.util.Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
