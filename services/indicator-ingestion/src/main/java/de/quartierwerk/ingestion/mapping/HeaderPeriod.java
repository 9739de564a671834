package de.quartierwerk.ingestion.mapping;

import de.quartierwerk.ingestion.file.HeaderBlock;
import de.quartierwerk.ingestion.period.Period;
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

    /** Takes a column name apart; empty where it holds no period, or several. */
    static Optional<HeaderPeriod> of(String columnName) {
        Optional<HeaderPeriod> byRow = split(List.of(columnName.split(HeaderBlock.JOINT)), HeaderBlock.JOINT);
        return byRow.isPresent() ? byRow : split(List.of(BLANKS.split(columnName.strip())), " ");
    }

    /** The one period that stands in a text. */
    static Optional<Period> in(String text) {
        return of(text).map(HeaderPeriod::period);
    }

    private static Optional<HeaderPeriod> split(List<String> parts, String joint) {
        List<String> rest = new ArrayList<>();
        Period found = null;
        for (String part : parts) {
            Optional<Period> period = Period.parseLoosely(bare(part));
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

    private static String bare(String part) {
        String text = part.strip();
        boolean inParentheses = text.length() > 2 && text.startsWith("(") && text.endsWith(")");
        return inParentheses ? text.substring(1, text.length() - 1) : text;
    }
}
