package de.quartierwerk.ingestion.release;

import de.quartierwerk.kit.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The pieces in which a release is published. */
@ApplicationScoped
class BatchStatements {
    private final Jdbi jdbi;

    BatchStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Cuts a release into pieces.
     *
     * @param spaces most spaces of a piece
     * @return how many pieces there are
     */
    int cut(long release, Collection<Group> groups, int spaces) {
        return jdbi.withHandle(handle -> {
            int batches = 0;
            for (Group group : groups) {
                batches += handle.execute(
                        """
                        insert into release_batch (release, number, indicator, period, period_end, first_space, last_space)
                        select ?, ? + part, ?, ?, ?, min(space), max(space)
                        from (select space, (row_number() over (order by space) - 1) / ? as part
                          from value where indicator = ? and period = ? and release = ?) numbered
                        group by part""",
                        release,
                        batches,
                        group.indicator(),
                        group.period(),
                        group.periodEnd(),
                        spaces,
                        group.indicator(),
                        group.period(),
                        release);
            }
            return batches;
        });
    }

    /** A batch that is empty as yet, and where its values stand. */
    private record Stretch(ReleasedBatch batch, Group group, String firstSpace, String lastSpace) {}

    /** The batch of a release with its values, column by column. */
    Optional<ReleasedBatch> batch(UUID release, int number) {
        return jdbi.withHandle(handle -> {
            Optional<Stretch> stretch = handle.select("""
                            select r.number, r.id, r.recorded_at, r.batches, b.indicator, b.period, b.period_end,
                              b.first_space, b.last_space
                            from release r join release_batch b on b.release = r.number
                            where r.id = ? and b.number = ?""", release, number)
                    .map((row, context) -> stretch(row, number))
                    .findOne();
            stretch.ifPresent(found -> fill(handle, found));
            return stretch.map(Stretch::batch);
        });
    }

    private static Stretch stretch(ResultSet row, int number) throws SQLException {
        Group group = ReleaseStatements.group(row);
        ReleasedBatch batch = new ReleasedBatch(
                row.getLong("number"),
                row.getObject("id", UUID.class),
                Objects.requireNonNull(Columns.instant(row, "recorded_at")),
                number,
                row.getInt("batches"),
                group);
        return new Stretch(batch, group, row.getString("first_space"), row.getString("last_space"));
    }

    /**
     * Reads the values of a batch. Compared as rows, its ends name a stretch of the primary key; the planner, which
     * knows nothing of new values, would else as soon go through all indicators of the spaces.
     */
    private static void fill(Handle handle, Stretch stretch) {
        Group group = stretch.group;
        handle.select(
                        """
                        select space, value, numerator, denominator, status, public_status, suppression, rounded from value
                        where indicator = ? and period = ? and (indicator, period, space) >= (?, ?, ?)
                          and (indicator, period, space) <= (?, ?, ?) and release = ? and period_end = ? order by space""",
                        group.indicator(),
                        group.period(),
                        group.indicator(),
                        group.period(),
                        stretch.firstSpace,
                        group.indicator(),
                        group.period(),
                        stretch.lastSpace,
                        stretch.batch.releaseNumber(),
                        group.periodEnd())
                .map((row, context) -> value(row))
                .forEach(stretch.batch::add);
    }

    /** By the columns' numbers: to look their names up takes a fifth of the time of a batch. */
    private static ReleasedBatch.Value value(ResultSet row) throws SQLException {
        return new ReleasedBatch.Value(
                row.getString(1),
                row.getBigDecimal(2),
                row.getBigDecimal(3),
                row.getBigDecimal(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBigDecimal(8));
    }
}
