package de.quartierwerk.ingestion.intake.validation.checks;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which relations are found between columns. */
class HiddenRelationsTest {
    private static final Map<String, Indicator> CATALOGUE = Stream.of(
                    indicator("all", "persons", Kind.COUNT),
                    indicator("men", "persons", Kind.COUNT),
                    indicator("women", "persons", Kind.COUNT),
                    indicator("rate", "percent", Kind.RATIO))
            .collect(Collectors.toMap(Indicator::code, each -> each));
    private final HiddenRelations relations = new HiddenRelations(CATALOGUE);

    @Test
    void findsColumnsThatAddUpInEverySpace() {
        column("all", "20", "30", "41", "50");
        column("men", "18", "14", "20", "25");
        column("women", "2", "16", "21", "25");

        assertThat(found()).containsExactly("relation.sum [all, men, women, 4]");
    }

    @Test
    void oneSpaceThatDiffersIsEnough() {
        column("all", "20", "30", "41", "51");
        column("men", "18", "14", "20", "25");
        column("women", "2", "16", "21", "25");

        assertThat(found()).isEmpty();
    }

    @Test
    void findsEqualColumns() {
        column("men", "2", "30", "40");
        column("women", "2", "30", "40");

        assertThat(found()).containsExactly("relation.same-figure [men, women, 3]");
    }

    @Test
    void zerosAndTwoSpacesSayNothing() {
        column("men", "0", "0", "0");
        column("women", "0", "0", "0");
        column("all", "7", "9");

        assertThat(found()).isEmpty();
    }

    @Test
    void oneSpaceTellsWhereFewColumnsAreCompared() {
        column("all", "20");
        column("men", "18");
        column("women", "2");

        assertThat(found()).containsExactly("relation.sum [all, men, women, 1]");
    }

    @Test
    void smallNumbersOfOneSpaceAgreeByChance() {
        column("all", "5");
        column("men", "3");
        column("women", "2");

        assertThat(found()).isEmpty();
    }

    @Test
    void findsThatAShareGivesACountByOneSpaceWithManyDecimals() {
        column("all", "150");
        column("rate", "1.3333");

        assertThat(found()).containsExactly("relation.share-of [rate, all, 1]");
    }

    @Test
    void sharesWithFewDecimalsGiveNoCount() {
        column("all", "15000", "22000", "8000");
        column("rate", "1.3", "2.7", "4.1");

        assertThat(found()).isEmpty();
    }

    private void column(String code, String... values) {
        for (int i = 0; i < values.length; i++) {
            relations.deliver(new HiddenRelations.Row(code, "s" + i, new BigDecimal(values[i]), null, null));
        }
    }

    private List<String> found() {
        return relations.find().stream()
                .map(found -> found.code() + " " + found.arguments())
                .toList();
    }

    private static Indicator indicator(String code, String unit, Kind kind) {
        return new Indicator(code, 1, Definition.of(code, unit, kind));
    }
}
