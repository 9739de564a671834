package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.intake.submission.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The totals that stand in a file, as far as they are compared. */
public final class StatedTotals {
    /** Most totals that are compared. */
    public static final int MOST = 1000;

    private final List<Total> totals = new ArrayList<>();
    private final Map<Integer, NavigableSet<Long>> headings = new HashMap<>();
    private boolean more;

    /** What is summed. */
    public enum Measure {
        VALUE,
        NUMERATOR,
        DENOMINATOR
    }

    /**
     * What is summed for an indicator and period.
     *
     * @param table number of the table
     */
    public record Column(int table, String indicator, String period, Measure measure) {}

    /**
     * A total.
     *
     * @param text as it is written
     */
    public record Total(Column column, long line, BigDecimal number, String text, Place place) {}

    void add(Total total) {
        if (totals.size() < MOST) {
            totals.add(total);
        } else {
            more = true;
        }
    }

    /** Notes a row that begins another group of rows. */
    void heading(int table, long line) {
        NavigableSet<Long> lines = headings.computeIfAbsent(table, any -> new TreeSet<>());
        if (lines.size() < MOST) {
            lines.add(line);
        }
    }

    /** Lines of a table in which another group of rows begins. */
    public NavigableSet<Long> headings(int table) {
        return headings.getOrDefault(table, Collections.emptyNavigableSet());
    }

    /** The totals in the order of the file. */
    public List<Total> all() {
        return List.copyOf(totals);
    }

    /** Whether the file has more totals than are compared. */
    public boolean more() {
        return more;
    }
}
