package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.intake.file.Dialect;
import de.quartierwerk.ingestion.intake.file.NumberStyle;
import de.quartierwerk.ingestion.intake.file.NumberText;
import de.quartierwerk.ingestion.intake.submission.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a column tells about its decimal sign while it is read. {@code 1.234} can be 1234 or 1.234; {@code 1.234,5},
 * {@code 12,5} or {@code 0.123} cannot be read in two ways and decide for the whole column.
 */
final class NumberColumn {
    private final NumberStyle style;
    private long commas;
    private long points;
    private long rangeCommas;
    private long rangePoints;
    private long ambiguousCommas;
    private long ambiguousPoints;
    private @Nullable Ambiguous ambiguous;
    private boolean others;

    NumberColumn(NumberStyle style) {
        this.style = style;
    }

    /**
     * The first number of a column that can be read in two ways.
     *
     * @param text as it is written
     * @param readAs how it was read
     * @param count whether the column holds a count, which has no decimals
     */
    record Ambiguous(Place place, String text, String readAs, boolean count) {}

    NumberStyle style() {
        return style;
    }

    /** Takes note of a number, or of what is none in the present style ({@code number} is null then). */
    void look(String text, @Nullable NumberText number) {
        if (text.indexOf(',') < 0 && text.indexOf('.') < 0) {
            return;
        }
        if (number != null && number.ambiguous()) {
            ambiguousPoints += text.indexOf('.') >= 0 ? 1 : 0;
            ambiguousCommas += text.indexOf(',') >= 0 ? 1 : 0;
        }
        char sure = number == null ? Dialect.certainDecimal(text) : number.ambiguous() ? 0 : style.decimal();
        commas += sure == ',' ? 1 : 0;
        points += sure == '.' ? 1 : 0;
    }

    /** Looks at a number that can be read in two ways: often only one of them is a possible value. */
    void lookAtRange(String text, Definition definition) {
        char sign = text.indexOf('.') >= 0 ? '.' : ',';
        boolean decimal = possible(text, sign, definition);
        boolean grouped = possible(text, sign == '.' ? ',' : '.', definition);
        if (decimal && !grouped) {
            rangeCommas += sign == ',' ? 1 : 0;
            rangePoints += sign == '.' ? 1 : 0;
        }
    }

    private static boolean possible(String text, char decimal, Definition definition) {
        return NumberText.parse(text, NumberStyle.of(decimal))
                .filter(number -> PossibleValues.possible(definition, number.value()))
                .isPresent();
    }

    /** The decimal sign without which numbers of the column would be impossible; 0 where that tells nothing. */
    char ofRange() {
        return rangeCommas == rangePoints ? 0 : rangeCommas > rangePoints ? ',' : '.';
    }

    /** Notes that the column holds more than counts, as the values of a long layout. */
    void notOnlyCounts() {
        others = true;
    }

    boolean countsOnly() {
        return !others;
    }

    /** Whether the first ambiguous number is still to be noted. */
    boolean wantsAmbiguous() {
        return ambiguous == null;
    }

    void note(Ambiguous first) {
        ambiguous = first;
    }

    /** The first ambiguous number. */
    @Nullable
    Ambiguous ambiguous() {
        return ambiguous;
    }

    /** The decimal sign that a column of counts has: the one that its ambiguous numbers do not have; 0 for others. */
    char ofCount() {
        if (ambiguous == null || !ambiguous.count) {
            return 0;
        }
        return ambiguous.text.indexOf('.') >= 0 ? ',' : '.';
    }

    long commas() {
        return commas;
    }

    long points() {
        return points;
    }

    long ambiguousCommas() {
        return ambiguousCommas;
    }

    long ambiguousPoints() {
        return ambiguousPoints;
    }
}
