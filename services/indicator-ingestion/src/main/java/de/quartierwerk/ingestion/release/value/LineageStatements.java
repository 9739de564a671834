package de.quartierwerk.ingestion.release.value;

import de.quartierwerk.disclosure.Reason;
import de.quartierwerk.kit.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where values come from. */
@ApplicationScoped
class LineageStatements {
    private static final String DELIVERED = "delivered";

    private final Jdbi jdbi;

    LineageStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A revision of a value with what made it.
     *
     * @param release number of its release
     * @param periodEnd reference date
     */
    record Found(LineageResponse lineage, long release, LocalDate periodEnd) {}

    /**
     * Which revision is asked for.
     *
     * @param revision its number; null for the latest
     * @param recordedAt the latest one at this instant; null for now
     */
    record Wanted(
            String indicator,
            String period,
            String space,
            @Nullable Integer revision,
            @Nullable Instant recordedAt) {}

    /** The revision, only in spaces that the caller may see. */
    Optional<Found> find(Wanted wanted, boolean everywhere, Set<String> areas) {
        return jdbi.withHandle(handle -> handle.select(
                        """
                        select v.*, r.id as release_id, r.recorded_at, r.released_by, s.id as submission, s.submitter,
                          s.organisation, s.received_at, s.file_name, s.file_size, s.file_sha256, s.profile, s.profile_version,
                          s.header[v.column_number + 1] as column_name
                        from value v
                        join release r on r.number = v.release and r.recorded_at is not null
                        join submission s on s.id = r.submission
                        join space sp on sp.key = v.space and sp.valid_from <= v.period_end
                          and (sp.valid_to is null or sp.valid_to >= v.period_end)
                        where v.indicator = ? and v.period = ? and v.space = ? and (?::integer is null or v.revision = ?)
                          and (?::timestamptz is null or r.recorded_at <= ?) and (? or sp.path && ?)
                        order by v.revision desc limit 1""",
                        wanted.indicator,
                        wanted.period,
                        wanted.space,
                        wanted.revision,
                        wanted.revision,
                        wanted.recordedAt,
                        wanted.recordedAt,
                        everywhere,
                        areas.toArray(String[]::new))
                .map((row, context) -> read(row))
                .findOne());
    }

    /** The inputs of a computed value as they were at its release. */
    List<LineageResponse.Source> inputs(Found found, List<String> inputs) {
        return sources(
                """
                select distinct on (indicator) indicator, space, period, revision from value
                where indicator = any(?) and period = ? and space = ? and release <= ?
                order by indicator, revision desc""",
                inputs.toArray(String[]::new),
                found.lineage().period(),
                found.lineage().space(),
                found.release());
    }

    /** The values of the parts of a space as they were at the release of their sum. */
    List<LineageResponse.Source> parts(Found found) {
        return sources(
                """
                select distinct on (v.space) v.indicator, v.space, v.period, v.revision
                from space c join value v on v.space = c.key and v.indicator = ? and v.period = ? and v.release <= ?
                where c.parent = ? and c.valid_from <= ? and (c.valid_to is null or c.valid_to >= ?)
                order by v.space, v.revision desc""",
                found.lineage().indicator(),
                found.lineage().period(),
                found.release(),
                found.lineage().space(),
                found.periodEnd(),
                found.periodEnd());
    }

    private List<LineageResponse.Source> sources(String sql, Object... parameters) {
        return jdbi.withHandle(handle -> handle.select(sql, parameters)
                .map((row, context) -> source(row))
                .list());
    }

    private static LineageResponse.Source source(ResultSet row) throws SQLException {
        return new LineageResponse.Source(
                row.getString("indicator"), row.getString("space"), row.getString("period"), row.getInt("revision"));
    }

    private static Found read(ResultSet row) throws SQLException {
        String origin = row.getString("origin");
        String suppression = row.getString("suppression");
        Long line = row.getObject("line", Long.class);
        Integer column = row.getObject("column_number", Integer.class);
        LineageResponse.Place place = line == null
                ? null
                : new LineageResponse.Place(line, column == null ? null : column + 1, row.getString("column_name"));
        LineageResponse lineage = new LineageResponse(
                row.getString("space"),
                row.getString("indicator"),
                row.getString("period"),
                row.getInt("revision"),
                row.getBigDecimal("value"),
                row.getString("status"),
                row.getString("public_status"),
                suppression == null ? null : Reason.valueOf(suppression),
                origin == null ? DELIVERED : origin,
                new LineageResponse.Release(
                        row.getObject("release_id", UUID.class),
                        Objects.requireNonNull(Columns.instant(row, "recorded_at")),
                        row.getString("released_by")),
                new LineageResponse.Delivery(
                        row.getObject("submission", UUID.class),
                        row.getString("submitter"),
                        row.getString("organisation"),
                        Objects.requireNonNull(Columns.instant(row, "received_at")),
                        row.getString("file_name"),
                        row.getLong("file_size"),
                        row.getString("file_sha256"),
                        row.getString("profile"),
                        row.getObject("profile_version", Long.class)),
                place,
                List.of());
        return new Found(lineage, row.getLong("release"), row.getObject("period_end", LocalDate.class));
    }
}
