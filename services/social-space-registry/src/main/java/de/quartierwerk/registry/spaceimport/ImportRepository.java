package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.database.Sql;
import de.quartierwerk.registry.boundary.Boundary;
import de.quartierwerk.registry.boundary.Wkb;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Imports, their staged rows and their findings in the database. */
@ApplicationScoped
class ImportRepository {
    private static final String SELECT = """
            select id, level, valid_from, atomic, dry_run, everywhere, areas, state, failure, applied,
                received, created, updated, unchanged, rejected, started_at, ended_at
            from space_import
            """;

    private final Sql sql;

    ImportRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * What is known of a file when it is staged.
     *
     * @param options complete options
     * @param fileName name of the file
     * @param caller name of the caller
     * @param everywhere whether the caller may act in the whole installation
     * @param areas areas of the caller
     * @param parentStated whether the file or the options speak of parents at all
     * @param mapTolerance tolerance of the boundaries simplified for maps, metres
     */
    record Staging(
            ImportOptions options,
            String fileName,
            String caller,
            boolean everywhere,
            List<String> areas,
            boolean parentStated,
            double mapTolerance) {
        Staging {
            areas = List.copyOf(areas);
        }
    }

    void insert(UUID id, Staging staging, SpaceRows file, Instant now) {
        ImportOptions options = staging.options();
        sql.update(
                """
                insert into space_import (id, level, valid_from, atomic, dry_run, partial, parent_stated, file_name,
                    caller, everywhere, areas, state, map_tolerance, received, started_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?)
                """,
                id,
                options.level(),
                options.validFrom(),
                options.atomic(),
                options.dryRun(),
                file.partial(),
                staging.parentStated(),
                staging.fileName(),
                staging.caller(),
                staging.everywhere(),
                staging.areas().toArray(String[]::new),
                staging.mapTolerance(),
                file.received(),
                now);
    }

    /** Stages the good rows; {@code onMap} holds their boundaries simplified for maps, null where there is none. */
    void stage(UUID id, List<SpaceRow> rows, List<Geometry> onMap) {
        Iterator<Geometry> simplified = onMap.iterator();
        sql.copy(
                "space_import_row (import_id, row, key, name, parent, attributes, area_square_metres, lon, lat,"
                        + " west, south, east, north, wkb, hash, map_wkb)",
                rows.stream()
                        .map(row -> cells(id, row, row.boundary() == null ? null : simplified.next()))
                        .iterator());
        sql.update("analyze space_import_row");
    }

    private static List<Object> cells(UUID id, SpaceRow row, Geometry onMap) {
        Object[] own = {id, row.row(), row.key(), row.name(), row.parent(), row.attributes()};
        Object[] cells = Arrays.copyOf(own, own.length + 10);
        Boundary boundary = row.boundary();
        if (boundary != null) {
            Envelope box = boundary.box();
            byte[] wkb = Wkb.write(boundary.geometry());
            Object[] measures = {
                boundary.areaSquareMetres().toPlainString(),
                boundary.centroid().lon(),
                boundary.centroid().lat(),
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                wkb,
                Wkb.hash(wkb),
                Wkb.write(onMap)
            };
            System.arraycopy(measures, 0, cells, own.length, measures.length);
        }
        return Arrays.asList(cells);
    }

    void insertFindings(UUID id, List<Finding> findings) {
        Iterator<List<Object>> rows = findings.stream()
                .map(finding -> Arrays.<Object>asList(
                        id,
                        finding.row(),
                        finding.key(),
                        finding.code(),
                        finding.severity().name().toLowerCase(Locale.ROOT),
                        finding.value(),
                        finding.arguments()))
                .iterator();
        sql.copy("space_import_finding (import_id, row, key, code, severity, value, arguments)", rows);
    }

    Optional<SpaceImport> find(UUID id) {
        return sql.first(SELECT + "where id = ?", ImportRepository::read, id);
    }

    /** A running import whose rows wait to be applied and that no other instance is at; it is kept for this one. */
    Optional<SpaceImport> lockWaiting() {
        return sql.first(
                SELECT + "where state = 'RUNNING' and not applied order by started_at limit 1 for update skip locked",
                ImportRepository::read);
    }

    void setCounts(UUID id, Counts counts, boolean applied) {
        sql.update(
                "update space_import set created = ?, updated = ?, unchanged = ?, rejected = ?, applied = ?"
                        + " where id = ?",
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.rejected(),
                applied,
                id);
    }

    void end(UUID id, SpaceImport.State state, String failure, Instant now) {
        sql.update(
                "update space_import set state = ?, failure = ?, ended_at = ? where id = ?",
                state.name(),
                failure,
                now,
                id);
        sql.update("delete from space_import_row where import_id = ?", id);
    }

    int countBatches(UUID id) {
        return (int) sql.number("select count(distinct batch) from space_publication where job = ?", id);
    }

    void removePublication(UUID id) {
        sql.update("delete from space_publication where job = ?", id);
    }

    /** Imports of a level whose events are still on the way. */
    List<UUID> openPublications(String level) {
        return sql.list(
                "select id from space_import where state = 'RUNNING' and applied and level = ?",
                row -> row.getObject(1, UUID.class),
                level);
    }

    /** Findings in the order of the rows, from the one after {@code skipped} on. */
    List<Finding> findings(UUID id, int skipped, int limit) {
        return sql.list(
                "select row, key, code, severity, value, arguments from space_import_finding where import_id = ?"
                        + " order by row nulls first, number offset ? limit ?",
                ImportRepository::finding,
                id,
                skipped,
                limit);
    }

    long countFindings(UUID id) {
        return sql.number("select count(*) from space_import_finding where import_id = ?", id);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getObject("row", Integer.class),
                row.getString("key"),
                row.getString("code"),
                Finding.Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                row.getString("value"),
                List.of((String[]) row.getArray("arguments").getArray()));
    }

    private static SpaceImport read(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new SpaceImport(
                row.getObject("id", UUID.class),
                row.getString("level"),
                row.getObject("valid_from", LocalDate.class),
                row.getBoolean("atomic"),
                row.getBoolean("dry_run"),
                row.getBoolean("everywhere"),
                List.of((String[]) row.getArray("areas").getArray()),
                SpaceImport.State.valueOf(row.getString("state")),
                row.getString("failure"),
                row.getBoolean("applied"),
                new Counts(
                        row.getInt("received"),
                        row.getInt("created"),
                        row.getInt("updated"),
                        row.getInt("unchanged"),
                        row.getInt("rejected")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
