package de.quartierwerk.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.disclosure.Inputs;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.space.Space;
import de.quartierwerk.ingestion.space.SpaceTree;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sums over a district of two municipalities, the first of two quarters. */
class RollUpTest {
    private static final SpaceTree TREE = SpaceTree.of(
            List.of(
                    space("d", "district", "d"),
                    space("m1", "municipality", "d", "m1"),
                    space("m2", "municipality", "d", "m2"),
                    space("q1", "quarter", "d", "m1", "q1"),
                    space("q2", "quarter", "d", "m1", "q2")),
            Map.of("district", 10, "municipality", 20, "quarter", 30),
            LocalDate.EPOCH);

    @Test
    void sumsUpToEveryHigherLevel() {
        List<Figure> sums = sums(Kind.COUNT, List.of(count("q1", 3), count("q2", 4), count("m2", 10)), Map.of());

        assertThat(sums).extracting(Figure::space).containsExactly("d", "m1");
        assertThat(sums).extracting(Figure::value).containsExactly(BigDecimal.valueOf(17), BigDecimal.valueOf(7));
        assertThat(sums).extracting(Figure::origin).containsOnly("rolled-up");
    }

    @Test
    void makesOnlyCompleteSums() {
        assertThat(sums(Kind.COUNT, List.of(count("q1", 3), count("m2", 10)), Map.of()))
                .isEmpty();
    }

    @Test
    void computesARatioFromSummedParts() {
        List<Figure> sums = sums(Kind.RATIO, List.of(ratio("q1", 1, 100), ratio("q2", 30, 300)), Map.of());

        assertThat(sums).singleElement().satisfies(sum -> {
            assertThat(sum.space()).isEqualTo("m1");
            assertThat(sum.value()).isEqualByComparingTo("7.75");
            assertThat(sum.numerator()).isEqualByComparingTo("31");
            assertThat(sum.denominator()).isEqualByComparingTo("400");
        });
    }

    @Test
    void completesWithKnownValuesAndLeavesDeliveredOnes() {
        Map<String, Known> known =
                Map.of("q2", known("q2", 4, null, 1), "m2", known("m2", 10, null, 1), "d", known("d", 99, null, 1));

        List<Figure> sums = sums(Kind.COUNT, List.of(count("q1", 3)), known);

        assertThat(sums).extracting(Figure::space).containsExactly("m1");
    }

    @Test
    void aSumGoesWithItsParts() {
        Map<String, Known> known = Map.of(
                "q1", known("q1", 3, null, 1), "q2", known("q2", 4, null, 1), "m1", known("m1", 7, "rolled-up", 1));
        Figure gone = new Figure("q1", null, null, null, "missing", true, Inputs.PUBLIC, 1, 2L, 1, null);

        List<Figure> sums = sums(Kind.COUNT, List.of(gone), known);

        assertThat(sums).singleElement().satisfies(sum -> {
            assertThat(sum.space()).isEqualTo("m1");
            assertThat(sum.value()).isNull();
            assertThat(sum.status()).isEqualTo("missing");
            assertThat(sum.revision()).isEqualTo(1);
        });
    }

    private static List<Figure> sums(Kind kind, List<Figure> delivered, Map<String, Known> known) {
        Definition definition = Definition.of("x", "percent", kind);
        return RollUp.of(new Indicator("x", 1, definition), TREE, delivered, known, false);
    }

    private static Figure count(String space, long value) {
        return new Figure(space, BigDecimal.valueOf(value), null, null, "normal", true, Inputs.PUBLIC, 0, 2L, 1, null);
    }

    private static Figure ratio(String space, long numerator, long denominator) {
        return new Figure(
                space,
                BigDecimal.ONE,
                BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(denominator),
                "normal",
                true,
                Inputs.PUBLIC,
                0,
                2L,
                1,
                null);
    }

    private static Known known(String space, long value, String origin, int revision) {
        return new Known("x", space, BigDecimal.valueOf(value), null, null, "normal", "normal", null, revision, origin);
    }

    private static Space space(String key, String level, String... path) {
        return new Space(key, key, level, List.of(path), LocalDate.EPOCH, null, null);
    }
}
