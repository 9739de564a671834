package de.quartierwerk.ingestion.intake.validation;

import de.quartierwerk.kit.database.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

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
        private Column column() {
            return new Column(table, indicator, period, measure);
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
        static final Sum NONE = new Sum(BigDecimal.ZERO, 0, 0);

        Sum and(Sum other) {
            return new Sum(sum.add(other.sum), rows + other.rows, without + other.without);
        }

        boolean agrees(BigDecimal total) {
            int compared = sum.compareTo(total);
            return compared == 0 || (compared < 0 && without > 0);
        }

        BigDecimal distance(BigDecimal total) {
            return sum.subtract(total).abs();
        }
    }

    /** What stands in one column for an indicator and period. */
    private record Column(int table, String indicator, String period, Measure measure) {}

    /** Compares the totals with the staged values. */
    void check(Findings findings) {
        Map<Column, NavigableSet<Long>> columns = new HashMap<>();
        totals.forEach(total -> columns.computeIfAbsent(total.column(), column -> new TreeSet<>())
                .add(total.line));
        Map<Column, NavigableMap<Long, Sum>> sums = new HashMap<>();
        columns.forEach((column, lines) -> sums.put(column, sums(column, lines)));
        for (Total total : totals) {
            compare(total, columns.get(total.column()), sums.get(total.column()), findings);
        }
        if (more) {
            findings.hint(Findings.Place.FILE, "total.many", null, Integer.toString(MOST));
        }
    }

    /** @param sums by the line of the total that they follow, 0 for those before the first one */
    private static void compare(
            Total total, NavigableSet<Long> lines, NavigableMap<Long, Sum> sums, Findings findings) {
        Long before = lines.lower(total.line);
        Sum since = sums.getOrDefault(before == null ? 0 : before, Sum.NONE);
        Sum all = sum(sums.headMap(total.line, false));
        List<Sum> possible = all.rows > 0
                ? List.of(since, all)
                : List.of(sums.getOrDefault(total.line, Sum.NONE), sum(sums.tailMap(total.line, true)));
        Optional<Sum> nearest = possible.stream()
                .filter(sum -> sum.rows > 0)
                .min(Comparator.comparing(sum -> sum.distance(total.number)));
        boolean agrees = possible.stream().anyMatch(sum -> sum.rows > 0 && sum.agrees(total.number));
        if (!agrees && nearest.isPresent()) {
            findings.warning(
                    total.place,
                    "total.differs",
                    total.text,
                    nearest.get().sum.toPlainString(),
                    total.number.subtract(nearest.get().sum).toPlainString());
        }
    }

    private static Sum sum(NavigableMap<Long, Sum> sums) {
        return sums.values().stream().reduce(Sum.NONE, Sum::and);
    }

    /** The sums of the rows between the totals of a column, all read at once. */
    private NavigableMap<Long, Sum> sums(Column column, NavigableSet<Long> lines) {
        String measure = column.measure.name().toLowerCase(Locale.ROOT);
        Long[] from = Stream.concat(Stream.of(0L), lines.stream()).toArray(Long[]::new);
        NavigableMap<Long, Sum> sums = new TreeMap<>();
        sql.visit(
                "select width_bucket(line, ?::bigint[]) as part, coalesce(sum(" + measure
                        + "), 0), count(*), count(*) - count(" + measure + """
                        ) from staged_value
                        where submission = ? and indicator = ? and period = ? and sheet = ? group by part""",
                row -> sums.put(from[row.getInt(1) - 1], new Sum(row.getBigDecimal(2), row.getLong(3), row.getLong(4))),
                from,
                submission,
                column.indicator,
                column.period,
                column.table);
        return sums;
    }
}
