package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.intake.submission.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The totals that stand in a file, as far as they are compared. */
public final class StatedTotals {
    /** Most totals that are compared. */
    public static final int MOST = 1000;

    private final List<Total> totals = new ArrayList<>();
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

    /** The totals in the order of the file. */
    public List<Total> all() {
        return List.copyOf(totals);
    }

    /** Whether the file has more totals than are compared. */
    public boolean more() {
        return more;
    }
}
