package de.quartierwerk.ingestion.intake.mapping;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.intake.file.HeaderBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column name that holds a period: {@code Arbeitslose / 2023}, {@code Arbeitslose 31.12.2023} or {@code 2023
 * Arbeitslose}. Pure functions.
 *
 * @param name what remains without the period
 * @param period the period
 */
record HeaderPeriod(String name, Period period) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** After a period: what leads to a note below the table, or says that numbers are preliminary. */
    private static final Pattern NOTE = Pattern.compile("(?<=\\d)\\s*(?:\\*+|[¹²³⁰⁴-⁹]+[)⁾]?|\\(?vorl(?:\\.|äufig)?\\)?"
            + "|(?<=\\s)\\d{1,2}\\)|(?<=(?<!\\d)\\d{4})\\d\\))$");

    private static final Pattern SCHOOL_YEAR = Pattern.compile("(?<!\\d)(\\d{4})[-_](\\d{2})(?![\\d-])");

    /** Takes a column name apart; empty where it holds no period, or several. */
    static Optional<HeaderPeriod> of(String columnName) {
        Optional<HeaderPeriod> byRow = split(List.of(columnName.split(HeaderBlock.JOINT)), HeaderBlock.JOINT);
        return byRow.isPresent() ? byRow : split(words(columnName.strip()), " ");
    }

    /** The one period that stands in the name of a sheet, where a school year cannot have its stroke. */
    static Optional<Period> ofSheet(String name) {
        Optional<HeaderPeriod> asWritten = of(name);
        return asWritten
                .or(() -> of(SCHOOL_YEAR.matcher(name).replaceAll("$1/$2")))
                .map(HeaderPeriod::period);
    }

    private static Optional<HeaderPeriod> split(List<String> parts, String joint) {
        List<String> rest = new ArrayList<>();
        Period found = null;
        for (String part : parts) {
            Optional<Period> period = TablePeriods.parse(bare(part));
            if (period.isEmpty()) {
                rest.add(part.strip());
            } else if (found == null) {
                found = period.get();
            } else {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(found).map(period -> new HeaderPeriod(String.join(joint, rest), period));
    }

    /** The words of a name; without a note after the period at its end. */
    private static List<String> words(String text) {
        List<String> words = List.of(BLANKS.split(NOTE.matcher(text).replaceFirst("")));
        boolean endsWithPeriod =
                TablePeriods.parse(bare(words.get(words.size() - 1))).isPresent();
        return endsWithPeriod ? words : List.of(BLANKS.split(text));
    }

    private static String bare(String part) {
        String text = NOTE.matcher(part.strip()).replaceFirst("");
        boolean inParentheses = text.length() > 2 && text.startsWith("(") && text.endsWith(")");
        return inParentheses ? text.substring(1, text.length() - 1) : text;
    }
}
