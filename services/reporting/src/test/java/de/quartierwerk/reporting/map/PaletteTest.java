package de.quartierwerk.reporting.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
    private static List<String> colours(Palette palette, int classes) {
        return IntStream.range(0, classes)
                .mapToObj(index -> palette.colour(index, classes))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void keepsLettersReadable(int classes) {
        for (Palette palette : List.of(Palette.INDEX, Palette.NEED, Palette.CHANGE)) {
            assertThat(colours(palette, classes))
                    .allSatisfy(colour -> assertThat(ColourMeasures.contrast(colour, Palette.letterOn(colour)))
                            .isGreaterThanOrEqualTo(4.5));
        }
    }

    /** With more than five classes, grey steps of 12 leave neighbours in the dark closer together than 10. */
    @ParameterizedTest
    @CsvSource({"2,10", "3,10", "4,10", "5,10", "6,9", "7,7.5", "8,7.5", "9,6.5"})
    void keepsNeighboursApartForEveryKindOfSight(int classes, double least) {
        for (Palette palette : List.of(Palette.INDEX, Palette.NEED, Palette.CHANGE)) {
            List<String> colours = colours(palette, classes);
            for (int i = 1; i < classes; i++) {
                assertThat(ColourMeasures.leastDifference(colours.get(i - 1), colours.get(i)))
                        .isGreaterThanOrEqualTo(least);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9})
    void getsDarkerInEvenStepsFromLightToBurden(int classes) {
        for (Palette palette : List.of(Palette.INDEX, Palette.NEED)) {
            List<String> colours = colours(palette, classes);
            for (int i = 1; i < classes; i++) {
                assertThat(ColourMeasures.lightness(colours.get(i - 1)) - ColourMeasures.lightness(colours.get(i)))
                        .isGreaterThanOrEqualTo(classes == 9 ? 11.6 : 12);
            }
        }
    }

    @Test
    void showsAChangeWithANeutralMiddle() {
        assertThat(List.of("+", "+/-", "-"))
                .extracting(code -> Palette.ofClass(
                        List.of("+", "+/-", "-"), List.of("+", "+/-", "-").indexOf(code)))
                .containsExactly(Palette.CHANGE.colour(0, 3), Palette.CHANGE.colour(1, 3), Palette.CHANGE.colour(2, 3));
        assertThat(Palette.ofClass(List.of("-", "+/-", "+"), 2)).isEqualTo(Palette.CHANGE.colour(0, 3));
        assertThat(Palette.CHANGE.colour(1, 3)).isEqualTo("#f5f5f5");
        assertThat(Palette.ofClass(List.of("1", "2"), 1)).isEqualTo(Palette.INDEX.colour(1, 2));
    }
}
