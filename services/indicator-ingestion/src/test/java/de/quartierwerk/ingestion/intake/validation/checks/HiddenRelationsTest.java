package de.quartierwerk.ingestion.intake.validation.checks;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which relations are found between columns. */
class HiddenRelationsTest {
    private static final Map<String, Indicator> CATALOGUE = Stream.of(
                    indicator("all", "persons", Kind.COUNT),
                    indicator("men", "persons", Kind.COUNT),
                    indicator("women", "persons", Kind.COUNT),
                    indicator("0-17", "persons", Kind.COUNT),
                    indicator("18-64", "persons", Kind.COUNT),
                    indicator("65+", "persons", Kind.COUNT),
                    indicator("rate", "percent", Kind.RATIO))
            .collect(Collectors.toMap(Indicator::code, each -> each));

    static {
        for (int i = 0; i < 60; i++) {
            String code = "p%02d".formatted(i);
            CATALOGUE.put(code, indicator(code, "persons", Kind.COUNT));
        }
    }

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

    @Test
    void findsColumnsThatAddUpToManyInEverySpace() {
        column("all", "50", "61", "72");
        column("0-17", "20", "25", "31");
        column("18-64", "28", "30", "35");
        column("65+", "2", "6", "6");

        assertThat(found()).isEmpty();
        assertThat(suspected()).containsExactly("relation.sum [all, 0-17, 18-64, 65+, 3]");
    }

    @Test
    void findsSumsOfUpToSixParts() {
        Random random = new Random(7);
        int[][] parts = new int[6][20];
        String[] all = new String[20];
        for (int space = 0; space < 20; space++) {
            int sum = 0;
            for (int[] part : parts) {
                part[space] = random.nextInt(60);
                sum += part[space];
            }
            all[space] = Integer.toString(sum);
        }
        column("all", all);
        for (int i = 0; i < 40; i++) {
            int[] part = i < 6 ? parts[i] : random.ints(20, 0, 90).toArray();
            column(
                    "p%02d".formatted(i),
                    IntStream.of(part).mapToObj(Integer::toString).toArray(String[]::new));
        }

        assertThat(suspected()).containsExactly("relation.sum [all, p00, p01, p02, p03, p04, p05, 20]");
    }

    @Test
    void spacesWithoutANumberAreNoEvidenceAgainstASum() {
        column("all", "50", "61", "72", "83");
        column("0-17", "20", "25", "31", "30");
        column("18-64", "28", "30", "35", "40");
        column("65+", "2", "6", "6");

        assertThat(suspected()).containsExactly("relation.sum [all, 0-17, 18-64, 65+, 3]");
    }

    @Test
    void aColumnOfZerosIsNoPart() {
        column("all", "20", "30", "41", "50");
        column("men", "18", "14", "20", "25");
        column("women", "2", "16", "21", "25");
        column("65+", "0", "0", "0", "0");

        assertThat(suspected()).isEmpty();
    }

    @Test
    void whatFollowsFromOtherSumsIsNotSaidAgain() {
        column("all", "20", "30", "41", "50");
        column("men", "18", "14", "20", "25");
        column("women", "2", "16", "21", "25");
        column("0-17", "1", "7", "9", "5");
        column("18-64", "1", "9", "12", "20");

        assertThat(found())
                .containsExactly("relation.sum [women, 0-17, 18-64, 4]", "relation.sum [all, men, women, 4]");
        assertThat(suspected()).isEmpty();
    }

    @Test
    void manyColumnsOfFewSpacesAddUpByChance() {
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            column(
                    "p%02d".formatted(i),
                    random.ints(3, 1, 40).mapToObj(Integer::toString).toArray(String[]::new));
        }

        assertThat(suspected()).isEmpty();
    }

    @Test
    void findsThatACountIsTheRestOfTheGroupOfARatio() {
        ratio("rate", "2/150", "30/400", "14/220");
        column("men", "148", "370", "206");

        assertThat(found()).isEmpty();
        assertThat(suspected()).containsExactly("relation.complement [rate, men, 3]");
    }

    @Test
    void findsThatAKnownCountIsTheRestOfTheGroupOfARatio() {
        ratio("rate", "2/150", "30/400", "14/220");
        known("men", "148", "370", "206");

        assertThat(suspected()).containsExactly("relation.complement [rate, men, 3]");
    }

    private void ratio(String code, String... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            String[] parts = numbers[i].split("/", 2);
            relations.deliver(
                    new HiddenRelations.Row(code, "s" + i, null, new BigDecimal(parts[0]), new BigDecimal(parts[1])));
        }
    }

    private void known(String code, String... values) {
        for (int i = 0; i < values.length; i++) {
            relations.known(new HiddenRelations.Row(code, "s" + i, new BigDecimal(values[i]), null, null));
        }
    }

    private List<String> suspected() {
        found();
        return relations.suspected().stream()
                .map(HiddenRelations.Suspected::found)
                .map(found -> found.code() + " " + found.arguments())
                .toList();
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
