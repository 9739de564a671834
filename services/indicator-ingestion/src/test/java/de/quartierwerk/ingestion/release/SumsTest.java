package de.quartierwerk.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.catalogue.Computation;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumsTest {
    @Test
    void findsTheCoefficientsOfSums() {
        assertThat(Sums.linear("[a] + [b] - 2 * ([c] - [a])").orElseThrow()).containsExactly(3, 1, -2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a] / [b]", "[a] * [b]", "[a] + 1", "[a] - [a]", "[a] * [a]"})
    void otherFormulasAreNoSums(String formula) {
        assertThat(Sums.linear(formula)).isEmpty();
    }

    @Test
    void groupsWhatAddsUpAndNamesWhatFollows() {
        Map<String, Indicator> catalogue = new LinkedHashMap<>();
        add(catalogue, "men", Kind.COUNT, null, null, null);
        add(catalogue, "women", Kind.COUNT, null, null, null);
        add(catalogue, "all", Kind.COUNT, "[men] + [women]", null, null);
        add(catalogue, "dogs", Kind.COUNT, null, null, null);
        add(catalogue, "share", Kind.RATIO, null, "men", "all");
        add(catalogue, "dogs-each", Kind.RATIO, null, "dogs", "all");
        Sums sums = new Sums(catalogue);

        assertThat(sums.isSum("all")).isTrue();
        assertThat(sums.isSum("share")).isFalse();
        assertThat(sums.related(Set.of("women")).stream().map(Sums.Related::codes))
                .containsExactly(List.of("all", "men", "women", "share", "dogs-each"));
        assertThat(sums.related(Set.of("dogs-each"))).hasSize(2);
    }

    private static void add(
            Map<String, Indicator> catalogue,
            String code,
            Kind kind,
            String formula,
            String numerator,
            String denominator) {
        String unit = kind == Kind.COUNT ? "persons" : "percent";
        Definition definition = Definition.of(code, unit, kind).with(new Computation(numerator, denominator, formula));
        catalogue.put(code, new Indicator(code, 1, definition));
    }
}
