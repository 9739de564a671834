package de.quartierwerk.ingestion.intake.validation;

import de.quartierwerk.ingestion.intake.file.Dialect;
import de.quartierwerk.ingestion.intake.file.NumberStyle;
import de.quartierwerk.ingestion.intake.file.NumberText;

/**
 * What a column tells about its decimal sign while it is read. {@code 1.234} can be 1234 or 1.234; {@code 1.234,5},
 * {@code 12,5} or {@code 0.123} cannot be read in two ways and decide for the whole column.
 */
final class NumberColumn {
    private final NumberStyle style;
    private long commas;
    private long points;
    private long ambiguousCommas;
    private long ambiguousPoints;
    private Findings.Place firstAmbiguous;
    private String ambiguousText;
    private String readAs;
    private boolean count;
    private boolean others;

    NumberColumn(NumberStyle style) {
        this.style = style;
    }

    NumberStyle style() {
        return style;
    }

    /** Takes note of a number, or of what is none in the present style ({@code number} is null then). */
    void look(String text, NumberText number) {
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

    /** Notes that the column holds more than counts, as the values of a long layout. */
    void notOnlyCounts() {
        others = true;
    }

    boolean countsOnly() {
        return !others;
    }

    /** Whether the place of an ambiguous number is still to be noted. */
    boolean wantsAmbiguous() {
        return firstAmbiguous == null;
    }

    /**
     * Notes the first ambiguous number.
     *
     * @param number how it was read
     * @param isCount whether the column holds a count, which has no decimals
     */
    void ambiguous(Findings.Place place, String text, String number, boolean isCount) {
        firstAmbiguous = place;
        ambiguousText = text;
        readAs = number;
        count = isCount;
    }

    /** The decimal sign that a column of counts has: the one that its ambiguous numbers do not have; 0 for others. */
    char ofCount() {
        return !count ? 0 : ambiguousText.indexOf('.') >= 0 ? ',' : '.';
    }

    Findings.Place firstAmbiguous() {
        return firstAmbiguous;
    }

    String ambiguousText() {
        return ambiguousText;
    }

    String readAs() {
        return readAs;
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
