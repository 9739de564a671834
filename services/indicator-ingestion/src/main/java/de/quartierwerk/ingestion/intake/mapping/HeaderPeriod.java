package de.quartierwerk.ingestion.intake.mapping;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.intake.file.HeaderBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column name that holds a period: {@code Arbeitslose / 2023}, {@code Arbeitslose 31.12.2023} or {@code Dezember 2023
 * Arbeitslose}. Pure functions.
 *
 * @param name what remains without the period
 * @param period the period
 */
record HeaderPeriod(String name, Period period) {
    private static final int MOST_WORDS = 4;
    private static final Pattern BLANKS = Pattern.compile("(?U)\\s+");
    /** After a period: what leads to a note below the table, or says that numbers are preliminary. */
    private static final Pattern NOTE = Pattern.compile("(?<=\\d)\\s*(?:\\*+|[¹²³⁰⁴-⁹]+[)⁾]?|\\(?vorl(?:\\.|äufig)?\\)?"
            + "|(?<=\\s)\\d{1,2}\\)|(?<=(?<!\\d)\\d{4})\\d\\))$");

    private static final Pattern SCHOOL_YEAR = Pattern.compile("(?<!\\d)(\\d{4})[-_](\\d{2})(?![\\d-])");

    /** Takes a column name apart; empty where it holds no period, or several. */
    static Optional<HeaderPeriod> of(String columnName) {
        Optional<HeaderPeriod> byRow = byRow(List.of(columnName.split(HeaderBlock.JOINT)));
        return byRow.isPresent() ? byRow : byWords(columnName.strip());
    }

    /** The one period that stands in the name of a sheet, where a school year cannot have its stroke. */
    static Optional<Period> ofSheet(String name) {
        Optional<HeaderPeriod> asWritten = of(name);
        return asWritten
                .or(() -> of(SCHOOL_YEAR.matcher(name).replaceAll("$1/$2")))
                .map(HeaderPeriod::period);
    }

    /** The period of a text that is nothing else, be it with a note or in parentheses. */
    static Optional<Period> alone(String text) {
        return TablePeriods.parse(bare(text));
    }

    private static Optional<HeaderPeriod> byRow(List<String> parts) {
        List<String> rest = new ArrayList<>();
        Period found = null;
        for (String part : parts) {
            Optional<Period> period = alone(part);
            if (period.isEmpty()) {
                rest.add(part.strip());
            } else if (found == null) {
                found = period.get();
            } else {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(found).map(period -> new HeaderPeriod(String.join(HeaderBlock.JOINT, rest), period));
    }

    /** The words that make up a period, as many as possible, where only one run of so many words does. */
    private static Optional<HeaderPeriod> byWords(String name) {
        List<String> words = words(name);
        for (int length = Math.min(MOST_WORDS, words.size()); length > 0; length--) {
            int at = -1;
            Period found = null;
            for (int from = 0; from + length <= words.size(); from++) {
                Optional<Period> period = alone(String.join(" ", words.subList(from, from + length)));
                if (period.isPresent() && found != null) {
                    return Optional.empty();
                }
                at = period.isPresent() ? from : at;
                found = period.orElse(found);
            }
            if (found != null) {
                List<String> rest = new ArrayList<>(words.subList(0, at));
                rest.addAll(words.subList(at + length, words.size()));
                boolean another = rest.stream().anyMatch(word -> alone(word).isPresent());
                return another ? Optional.empty() : Optional.of(new HeaderPeriod(String.join(" ", rest), found));
            }
        }
        return Optional.empty();
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
