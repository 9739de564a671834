package de.quartierwerk.ingestion.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.kit.problem.InputError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitRulesTest {
    private static final Map<String, String> UNITS =
            Map.of("people", "persons", "women", "persons", "area", "km2", "flats", "dwellings", "any", "count");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ratio,percent,[people] / [women] * 100,-",
                "ratio,percent,[any] / [area] * 100,-",
                "ratio,persons/km2,[people] / [area],-",
                "ratio,persons/km2,([people] + [women] + 1) / [area],-",
                "count,persons,[people] - [women],-",
                "index,points,[people] / [area] + 2,-",
                "ratio,percent,[people] / [area],indicator.unit-of-formula",
                "ratio,persons/km2,[people] / [flats],indicator.unit-of-formula",
                "count,persons,[people] * [women],indicator.unit-of-formula",
                "count,persons,[people] + [area],indicator.units-added",
                "index,points,([people] - [flats]) / [area],indicator.units-added",
            })
    void checksFormulas(String kind, String unit, String formula, String error) {
        Definition definition = Definition.of("x", unit, kind(kind)).with(Computation.formula(formula));

        assertThat(codes(definition)).isEqualTo(error == null ? List.of() : List.of(error));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "percent,people,women,-",
                "percent,any,area,-",
                "percent,people,area,indicator.unit-of-share",
                "persons/km2,people,area,-",
                "persons/km2,flats,area,indicator.unit-of-part",
                "persons/km2,people,flats,indicator.unit-of-part",
                "per-1000,flats,people,-",
                "per-km2,people,area,-",
            })
    void checksRatios(String unit, String numerator, String denominator, String error) {
        Definition definition = Definition.of("x", unit, Kind.RATIO).with(Computation.ratio(numerator, denominator));

        assertThat(codes(definition)).isEqualTo(error == null ? List.of() : List.of(error));
    }

    @Test
    void namesWhatItFound() {
        assertThat(Dimension.of("EUR/m2")).hasToString("EUR/m2");
        assertThat(Dimension.of("EUR/m2").times(Dimension.of("m2"), 1)).hasToString("EUR");
        assertThat(Dimension.of("percent")).hasToString("1");
        assertThat(Dimension.of("km2").times(Dimension.of("km2"), 1)).hasToString("km2^2");
    }

    private static Kind kind(String text) {
        return Kind.valueOf(text.toUpperCase(java.util.Locale.ROOT));
    }

    private static List<String> codes(Definition definition) {
        Map<String, Definition> all = new TreeMap<>();
        UNITS.forEach((code, unit) -> all.put(code, Definition.of(code, unit, Kind.COUNT)));
        return UnitRules.check(definition, all).stream().map(InputError::code).toList();
    }
}
