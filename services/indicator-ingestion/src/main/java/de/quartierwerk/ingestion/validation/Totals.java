package de.quartierwerk.ingestion.validation;

import de.quartierwerk.kit.database.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Totals that stand in a file, compared with the sum of the rows: of those since the total before it, or of all before
 * it, or, where it stands above them, of those after it.
 */
final class Totals {
    private static final int MOST = 1000;

    private final Sql sql;
    private final UUID submission;
    private final List<Total> totals = new ArrayList<>();
    private boolean more;

    Totals(Sql sql, UUID submission) {
        this.sql = sql;
        this.submission = submission;
    }

    /** What is summed. */
    enum Measure {
        VALUE,
        NUMERATOR,
        DENOMINATOR
    }

    /**
     * A total.
     *
     * @param table number of its table
     * @param line its line
     * @param indicator code of the indicator
     * @param period period
     * @param measure what is summed
     * @param number the total
     * @param text as it is written
     * @param place where it stands
     */
    record Total(
            int table,
            long line,
            String indicator,
            String period,
            Measure measure,
            BigDecimal number,
            String text,
            Findings.Place place) {
        private boolean sameColumn(Total other) {
            return table == other.table
                    && indicator.equals(other.indicator)
                    && period.equals(other.period)
                    && measure == other.measure;
        }
    }

    void add(Total total) {
        if (totals.size() < MOST) {
            totals.add(total);
        } else {
            more = true;
        }
    }

    /** A sum of rows and how many of them have no number. */
    private record Sum(BigDecimal sum, long rows, long without) {
        boolean agrees(BigDecimal total) {
            int compared = sum.compareTo(total);
            return compared == 0 || (compared < 0 && without > 0);
        }
    }

    /** Compares the totals with the staged values. */
    void check(Findings findings) {
        for (Total total : totals) {
            Sum since = sum(total, before(total), total.line);
            Sum all = sum(total, 0, total.line);
            Sum below = all.rows > 0 ? all : sum(total, total.line, after(total));
            Sum everythingBelow = all.rows > 0 ? all : sum(total, total.line, Long.MAX_VALUE);
            boolean agrees = List.of(since, all, below, everythingBelow).stream()
                    .anyMatch(sum -> sum.rows > 0 && sum.agrees(total.number));
            Sum told = since.rows > 0 ? since : below;
            if (!agrees && told.rows > 0) {
                findings.warning(
                        total.place,
                        "total.differs",
                        total.text,
                        told.sum.toPlainString(),
                        total.number.subtract(told.sum).toPlainString());
            }
        }
        if (more) {
            findings.hint(Findings.Place.FILE, "total.many", null, Integer.toString(MOST));
        }
    }

    private long before(Total total) {
        return totals.stream()
                .filter(other -> other.line < total.line && other.sameColumn(total))
                .mapToLong(Total::line)
                .max()
                .orElse(0);
    }

    private long after(Total total) {
        return totals.stream()
                .filter(other -> other.line > total.line && other.sameColumn(total))
                .mapToLong(Total::line)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private Sum sum(Total total, long after, long before) {
        String column = total.measure.name().toLowerCase(Locale.ROOT);
        return sql.first(
                        "select coalesce(sum(" + column + "), 0), count(*), count(*) - count(" + column + """
                        ) from staged_value
                        where submission = ? and indicator = ? and period = ? and sheet = ? and line > ? and line < ?""",
                        row -> new Sum(row.getBigDecimal(1), row.getLong(2), row.getLong(3)),
                        submission,
                        total.indicator,
                        total.period,
                        total.table,
                        after,
                        before)
                .orElseThrow();
    }
}
