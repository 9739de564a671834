package de.quartierwerk.ingestion.intake.validation.staging;

import de.quartierwerk.kit.database.CopyBehind;
import de.quartierwerk.kit.database.CopyLoader;
import de.quartierwerk.kit.database.CopyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Staged values, by the million. */
@ApplicationScoped
class StagingStatements {
    private static final int PORTION_CHARACTERS = 8 * 1024 * 1024;

    private static final String INTO = """
            staged_value (submission, sheet, line, column_number, indicator, period, period_end, space, value, numerator,
              denominator, status, controlled, besides)""";

    private static final Comparator<Samples.Group> BY_CELL = Comparator.comparing(Samples.Group::indicator)
            .thenComparing(Samples.Group::period)
            .thenComparing(Samples.Group::level);

    private final Jdbi jdbi;
    private final CopyLoader loader;

    StagingStatements(Jdbi jdbi, CopyLoader loader) {
        this.jdbi = jdbi;
        this.loader = loader;
    }

    /** Loads values of a submission in portions, while the caller makes more of them. */
    ValueSink loading(UUID submission) {
        return new Loading(submission, loader.loadBehind(INTO));
    }

    /**
     * Within a portion the values of an indicator and period lie together: whatever the layout of the file, what reads
     * them one group after the other reads neighbours.
     */
    private static final class Loading implements ValueSink {
        private final UUID submission;
        private final CopyBehind copy;
        private final NavigableMap<Samples.Group, Rows> groups = new TreeMap<>(BY_CELL);
        private final Rows others = new Rows();
        private int waiting;

        Loading(UUID submission, CopyBehind copy) {
            this.submission = submission;
            this.copy = copy;
        }

        private final class Rows implements Group {
            private final CopyRows rows = new CopyRows();

            @Override
            public void add(int table, StagedValue value) {
                int before = rows.size();
                StagedValue.Cell cell = value.cell();
                StagedValue.Figures figures = value.figures();
                rows.plain(submission)
                        .plain(table)
                        .plain(value.place().line())
                        .plain(value.place().column())
                        .add(cell.indicator().code())
                        .add(cell.period())
                        .plain(cell.periodEnd())
                        .add(cell.space())
                        .add(figures.value())
                        .add(figures.numerator())
                        .add(figures.denominator())
                        .add(value.status())
                        .plain(value.controlled());
                if (value.besides().isEmpty()) {
                    rows.plain(null);
                } else {
                    rows.array(value.besides());
                }
                rows.end();
                waiting += rows.size() - before;
                if (waiting > PORTION_CHARACTERS) {
                    flush();
                }
            }
        }

        @Override
        public Group group(Samples.Group key) {
            return groups.computeIfAbsent(key, any -> new Rows());
        }

        @Override
        public Group others() {
            return others;
        }

        private void flush() {
            copy.copy(Stream.concat(groups.values().stream(), Stream.of(others))
                    .map(group -> group.rows)
                    .toArray(CopyRows[]::new));
            waiting = 0;
        }

        @Override
        public void close() {
            try (copy) {
                flush();
            }
        }
    }

    void deleteAll(UUID submission) {
        jdbi.useHandle(handle -> handle.execute("delete from staged_value where submission = ?", submission));
    }

    long count(UUID submission) {
        return jdbi.withHandle(
                handle -> handle.select("select count(*) from staged_value where submission = ?", submission)
                        .map((row, context) -> row.getLong(1))
                        .one());
    }

    /** Counts of a comparison. */
    static final class Differences {
        long updated;
        long unchanged;
        /** Values among the unchanged ones that the submitter must not learn of. */
        long secrets;
    }

    /** An indicator and period of the file of which any value is known. */
    private record Known(String indicator, String period) {}

    /** Compares the staged values with the known ones, one indicator and period after the other. */
    void compare(UUID submission, Differences into) {
        jdbi.useHandle(handle -> {
            handle.select("""
                            select g.indicator, g.period from staged_groups(?) g cross join lateral (
                              select 1 from value v where v.indicator = g.indicator and v.period = g.period
                              order by v.indicator, v.period, v.space limit 1) known""", submission)
                    .map((row, context) -> new Known(row.getString(1), row.getString(2)))
                    .list()
                    .forEach(group -> compare(handle, submission, group, into));
            into.secrets = handle.select("select repeated_secrets(?)", submission)
                    .map((row, context) -> row.getLong(1))
                    .one();
        });
    }

    private static void compare(Handle handle, UUID submission, Known group, Differences into) {
        handle.select("""
                        select count(*) filter (where not same) as updated, count(*) filter (where same) as unchanged
                        from (
                          select (k.value, k.numerator, k.denominator, k.status)
                            is not distinct from (s.value, s.numerator, s.denominator, s.status) as same
                          from staged_value s join (
                            select distinct on (space) * from value where indicator = ? and period = ?
                            order by space, revision desc) k on k.space = s.space
                          where s.submission = ? and s.indicator = ? and s.period = ?) compared""", group.indicator, group.period, submission, group.indicator, group.period)
                .map((row, context) -> new long[] {row.getLong("updated"), row.getLong("unchanged")})
                .forEach(counts -> {
                    into.updated += counts[0];
                    into.unchanged += counts[1];
                });
    }
}
