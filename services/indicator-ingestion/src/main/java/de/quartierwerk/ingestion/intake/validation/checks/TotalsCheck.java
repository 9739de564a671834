package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.validation.reading.StatedTotals;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
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
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Totals that stand in a file, compared with the sum of the rows: of those since the total before it, or of all before
 * it, or, where it stands above them, of those after it.
 */
@ApplicationScoped
@Priority(300)
class TotalsCheck implements Check {
    private final TotalStatements statements;

    TotalsCheck(TotalStatements statements) {
        this.statements = statements;
    }

    @Override
    public Stage stage() {
        return Stage.CLEANING;
    }

    @Override
    public void check(CheckedFile file) {
        Map<StatedTotals.Column, NavigableSet<Long>> columns = new HashMap<>();
        for (StatedTotals.Total total : file.totals().all()) {
            columns.computeIfAbsent(total.column(), column -> new TreeSet<>()).add(total.line());
        }
        Map<StatedTotals.Column, Sums> sums = new HashMap<>();
        columns.forEach((column, lines) ->
                sums.put(column, new Sums(lines, statements.sums(file.id(), column, lines))));
        for (StatedTotals.Total total : file.totals().all()) {
            Sums of = sums.get(total.column());
            Sum nearest = of == null ? null : of.nearestWrong(total);
            if (nearest != null) {
                file.findings()
                        .warning(
                                total.place(),
                                "total.differs",
                                total.text(),
                                nearest.sum.toPlainString(),
                                total.number().subtract(nearest.sum).toPlainString());
            }
        }
        if (file.totals().more()) {
            file.findings().hint(Place.FILE, "total.many", null, Integer.toString(StatedTotals.MOST));
        }
    }

    /** A sum of rows and how many of them have no number. */
    record Sum(BigDecimal sum, long rows, long without) {
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

    /**
     * The sums of one column.
     *
     * @param lines lines of its totals
     * @param after by the line of the total that they follow, 0 for those before the first one
     */
    record Sums(NavigableSet<Long> lines, NavigableMap<Long, Sum> after) {
        /** The sum nearest to a total with which no sum agrees; null where one does or there are no rows. */
        @Nullable
        Sum nearestWrong(StatedTotals.Total total) {
            Long before = lines.lower(total.line());
            Sum since = after.getOrDefault(before == null ? 0 : before, Sum.NONE);
            Sum all = sum(after.headMap(total.line(), false));
            List<Sum> possible = all.rows > 0
                    ? List.of(since, all)
                    : List.of(after.getOrDefault(total.line(), Sum.NONE), sum(after.tailMap(total.line(), true)));
            if (possible.stream().anyMatch(sum -> sum.rows > 0 && sum.agrees(total.number()))) {
                return null;
            }
            Optional<Sum> nearest = possible.stream()
                    .filter(sum -> sum.rows > 0)
                    .min(Comparator.comparing(sum -> sum.distance(total.number())));
            return nearest.orElse(null);
        }

        private static Sum sum(NavigableMap<Long, Sum> sums) {
            return sums.values().stream().reduce(Sum.NONE, Sum::and);
        }
    }

    @ApplicationScoped
    static class TotalStatements {
        private final Jdbi jdbi;

        TotalStatements(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        /** The sums of the rows between the totals of a column, all read at once. */
        NavigableMap<Long, Sum> sums(UUID submission, StatedTotals.Column column, NavigableSet<Long> lines) {
            String measure = column.measure().name().toLowerCase(Locale.ROOT);
            Long[] from = Stream.concat(Stream.of(0L), lines.stream()).toArray(Long[]::new);
            NavigableMap<Long, Sum> sums = new TreeMap<>();
            jdbi.useHandle(handle -> handle.select(
                            "select width_bucket(line, ?) as part, coalesce(sum(" + measure
                                    + "), 0), count(*), count(*) - count(" + measure + """
                            ) from staged_value
                            where submission = ? and indicator = ? and period = ? and sheet = ? group by part""",
                            from,
                            submission,
                            column.indicator(),
                            column.period(),
                            column.table())
                    .map((row, context) -> Map.entry(
                            from[row.getInt(1) - 1], new Sum(row.getBigDecimal(2), row.getLong(3), row.getLong(4))))
                    .forEach(sum -> sums.put(sum.getKey(), sum.getValue())));
            return sums;
        }
    }
}
