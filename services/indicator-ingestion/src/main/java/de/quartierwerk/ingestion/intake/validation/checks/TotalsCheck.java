package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.validation.reading.StatedTotals;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
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
        columns.forEach((column, lines) -> {
            NavigableSet<Long> headings = file.totals().headings(column.table());
            NavigableSet<Long> borders = new TreeSet<>(lines);
            borders.addAll(headings);
            sums.put(column, new Sums(lines, headings, statements.sums(file.id(), column, borders)));
        });
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
     * @param totals lines of its totals
     * @param headings lines that begin another group of rows
     * @param after by the line of the total or heading that they follow, 0 for those before the first one
     */
    record Sums(NavigableSet<Long> totals, NavigableSet<Long> headings, NavigableMap<Long, Sum> after) {
        /** The sum nearest to a total with which no sum agrees; null where one does or there are no rows. */
        @Nullable
        Sum nearestWrong(StatedTotals.Total total) {
            Sum all = sum(after.headMap(total.line(), false));
            List<Sum> possible = all.rows > 0 ? above(total.line()) : below(total.line());
            if (possible.stream().anyMatch(sum -> sum.rows > 0 && sum.agrees(total.number()))) {
                return null;
            }
            Optional<Sum> nearest = possible.stream()
                    .filter(sum -> sum.rows > 0)
                    .min(Comparator.comparing(sum -> sum.distance(total.number())));
            return nearest.orElse(null);
        }

        /** Sums of the rows above a total: since the total before it, since any heading, and all. */
        private List<Sum> above(long line) {
            Long before = totals.lower(line);
            List<Sum> possible = new ArrayList<>();
            possible.add(sum(after.subMap(before == null ? 0L : before, true, line, false)));
            possible.add(sum(after.headMap(line, false)));
            for (long heading : headings.headSet(line, false)) {
                possible.add(sum(after.subMap(heading, true, line, false)));
            }
            return possible;
        }

        /** Sums of the rows below a total: up to the next total, up to any heading, and all. */
        private List<Sum> below(long line) {
            Long next = totals.higher(line);
            List<Sum> possible = new ArrayList<>();
            possible.add(sum(after.subMap(line, true, next == null ? Long.MAX_VALUE : next, false)));
            possible.add(sum(after.tailMap(line, true)));
            for (long heading : headings.tailSet(line, false)) {
                possible.add(sum(after.subMap(line, true, heading, false)));
            }
            return possible;
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
