package de.quartierwerk.ingestion.release.value;

import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where values come from, in the database. */
@ApplicationScoped
class LineageRepository {
    private static final String DELIVERED = "delivered";

    private final Sql sql;

    LineageRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * A revision of a value with what made it.
     *
     * @param release number of its release
     * @param periodEnd reference date
     */
    record Found(Lineage lineage, long release, LocalDate periodEnd) {}

    /** The revision with this number, or the latest one at the instant; only in spaces that the caller may see. */
    Optional<Found> find(
            String indicator,
            String period,
            String space,
            Integer revision,
            Instant recordedAt,
            boolean everywhere,
            Set<String> areas) {
        return sql.first(
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
                LineageRepository::read,
                indicator,
                period,
                space,
                revision,
                revision,
                recordedAt,
                recordedAt,
                everywhere,
                areas.toArray(String[]::new));
    }

    /** The inputs of a computed value as they were at its release. */
    List<Lineage.Source> inputs(Found found, List<String> inputs) {
        return sql.list(
                """
                select distinct on (indicator) indicator, space, period, revision from value
                where indicator = any(?) and period = ? and space = ? and release <= ?
                order by indicator, revision desc""",
                LineageRepository::source,
                inputs.toArray(String[]::new),
                found.lineage().period(),
                found.lineage().space(),
                found.release());
    }

    /** The values of the parts of a space as they were at the release of their sum. */
    List<Lineage.Source> parts(Found found) {
        return sql.list(
                """
                select distinct on (v.space) v.indicator, v.space, v.period, v.revision
                from space c join value v on v.space = c.key and v.indicator = ? and v.period = ? and v.release <= ?
                where c.parent = ? and c.valid_from <= ? and (c.valid_to is null or c.valid_to >= ?)
                order by v.space, v.revision desc""",
                LineageRepository::source,
                found.lineage().indicator(),
                found.lineage().period(),
                found.release(),
                found.lineage().space(),
                found.periodEnd(),
                found.periodEnd());
    }

    private static Lineage.Source source(ResultSet row) throws SQLException {
        return new Lineage.Source(
                row.getString("indicator"), row.getString("space"), row.getString("period"), row.getInt("revision"));
    }

    private static Found read(ResultSet row) throws SQLException {
        String origin = row.getString("origin");
        Long line = row.getObject("line", Long.class);
        Integer column = row.getObject("column_number", Integer.class);
        Lineage.Place place = line == null
                ? null
                : new Lineage.Place(line, column == null ? null : column + 1, row.getString("column_name"));
        Lineage lineage = new Lineage(
                row.getString("space"),
                row.getString("indicator"),
                row.getString("period"),
                row.getInt("revision"),
                row.getBigDecimal("value"),
                row.getString("status"),
                row.getString("public_status"),
                row.getString("suppression"),
                origin == null ? DELIVERED : origin,
                new Lineage.Release(
                        row.getObject("release_id", UUID.class),
                        Sql.instant(row, "recorded_at"),
                        row.getString("released_by")),
                new Lineage.Delivery(
                        row.getObject("submission", UUID.class),
                        row.getString("submitter"),
                        row.getString("organisation"),
                        Sql.instant(row, "received_at"),
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
