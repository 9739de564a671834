package de.quartierwerk.ingestion.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The usual indicators that come with the platform fit together. */
class ShippedCatalogueTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static Map<String, Theme> themes;
    private static Map<String, Definition> indicators;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = CatalogueRequest.class.getResourceAsStream("/catalogue/social-monitoring.json")) {
            CatalogueRequest shipped = JSON.readValue(in, CatalogueRequest.class);
            themes = shipped.statedThemes();
            indicators = new TreeMap<>();
            shipped.indicators().forEach((code, definition) -> indicators.put(code, definition.definition()));
        }
    }

    @Test
    void holdsTheRules() {
        Map<String, Definition> all = new TreeMap<>(indicators);
        all.put(Indicator.AREA, Definition.of("Fläche", "km2", Kind.INDEX));

        List<Object> faults = new ArrayList<>();
        indicators.keySet().forEach(code -> faults.addAll(DefinitionRules.check(code, all)));

        assertThat(faults).isEmpty();
        assertThat(DefinitionRules.cycles(all)).isEmpty();
    }

    @Test
    void saysEverythingOfEachIndicator() {
        indicators.forEach((code, definition) -> {
            assertThat(definition.naming().englishName()).as(code).isNotBlank();
            assertThat(definition.polarity()).as(code).isNotNull();
            assertThat(definition.origin().source()).as(code).isNotBlank();
            assertThat(definition.timing().periodicity()).as(code).isNotBlank();
            assertThat(themes).as(code).containsKey(definition.theme());
        });
        themes.values().forEach(theme -> assertThat(theme.englishName()).isNotBlank());
    }

    @Test
    void hasTheUsualIndicatorsAndTheCountsBehindThem() {
        Set<String> inputs = indicators.values().stream()
                .flatMap(definition -> Indicator.inputs(definition).stream())
                .collect(Collectors.toSet());
        List<String> results = indicators.keySet().stream()
                .filter(code -> !inputs.contains(code))
                .filter(code -> indicators.get(code).kind() != Kind.COUNT)
                .toList();

        assertThat(indicators).hasSize(141);
        assertThat(results)
                .hasSize(58)
                .contains(
                        "old-age-dependency-ratio",
                        "population-density",
                        "share-single-parent-households",
                        "share-foreigners",
                        "turnover-rate",
                        "employment-rate",
                        "sgb2-rate",
                        "child-poverty-rate",
                        "old-age-poverty-rate",
                        "housing-benefit-rate",
                        "day-care-rate-0-2",
                        "leavers-without-certificate-rate",
                        "school-entry-overweight-rate",
                        "help-in-upbringing-rate",
                        "youth-court-assistance-rate",
                        "severe-disability-rate",
                        "care-rate",
                        "turnout",
                        "completion-rate",
                        "green-space-per-person",
                        "heat-exposure-rate-65-plus");
    }
}
