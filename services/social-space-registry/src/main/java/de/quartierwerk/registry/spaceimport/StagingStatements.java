package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.database.Columns;
import de.quartierwerk.kit.database.CopyLoader;
import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.boundary.MeasuredBoundary;
import de.quartierwerk.registry.boundary.Wkb;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.geom.Geometry;

/** Rows and findings of imports: loaded by COPY, listed, removed. */
@ApplicationScoped
class StagingStatements {
    private final Jdbi jdbi;
    private final CopyLoader loader;

    StagingStatements(Jdbi jdbi, CopyLoader loader) {
        this.jdbi = jdbi;
        this.loader = loader;
    }

    /** Begins to stage the rows of a file, in the present transaction. */
    RowStagingStatements stage(SpaceImport started, ImportProgressStatements.Counter progress) {
        return new RowStagingStatements(
                started.id, started.validFrom, progress, keys -> known(started.level, keys), loader);
    }

    /** The newest boundaries of spaces of a level. */
    private Map<String, MeasuredBoundary> known(String level, Collection<String> keys) {
        return jdbi.withHandle(handle -> handle.select("""
                        select distinct on (s.key) s.key, b.hash, s.area_square_metres, s.lon, s.lat, s.label_lon, s.label_lat
                        from space s join space_boundary b on b.space_id = s.id
                        where s.level = ? and s.key = any(?) and s.label_lon is not null
                        order by s.key, s.valid_from desc
                        """, level, keys.toArray(String[]::new))
                .map((row, context) -> Map.entry(row.getString("key"), measured(row)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static MeasuredBoundary measured(ResultSet row) throws SQLException {
        return new MeasuredBoundary(
                row.getBytes("hash"),
                row.getBigDecimal("area_square_metres"),
                new LonLat(row.getDouble("lon"), row.getDouble("lat")),
                new LonLat(row.getDouble("label_lon"), row.getDouble("label_lat")));
    }

    /** Lets plans know how many rows there are now. */
    void analyze() {
        jdbi.useHandle(handle -> handle.execute("analyze space_import_row, space_import_boundary"));
    }

    /** The median area of the staged boundaries, 0 without any. */
    double medianArea(UUID id) {
        return jdbi.withHandle(
                handle -> handle.select("""
                        select coalesce(percentile_disc(0.5) within group (order by area_square_metres), 0)
                        from space_import_row where import_id = ? and area_square_metres is not null
                        """, id).mapTo(Double.class).one());
    }

    /** Keeps the boundaries of rows as maps show them. */
    void keepMaps(UUID id, List<Integer> rows, List<Geometry> onMap) {
        loader.load(
                "space_import_map (import_id, row, wkb)",
                IntStream.range(0, rows.size())
                        .mapToObj(i -> List.of(id, rows.get(i), Wkb.write(onMap.get(i))))
                        .iterator());
    }

    void removeRows(UUID id) {
        jdbi.useHandle(
                handle -> List.of("space_import_row", "space_import_boundary", "space_import_fresh", "space_import_map")
                        .forEach(table -> handle.execute("delete from " + table + " where import_id = ?", id)));
    }

    void insertFindings(UUID id, List<Finding> findings) {
        loader.load(
                RowStagingStatements.FINDINGS,
                findings.stream()
                        .map(finding -> RowStagingStatements.cells(id, finding, null))
                        .iterator());
    }

    /** Findings in the order of the rows, from the one after {@code skipped} on. */
    List<Finding> findings(UUID id, int skipped, int limit) {
        return jdbi.withHandle(handle -> handle.select(
                        "select row, key, code, severity, value, lon, lat, arguments from space_import_finding"
                                + " where import_id = ? order by row nulls first, number offset ? limit ?",
                        id,
                        skipped,
                        limit)
                .map((row, context) -> finding(row))
                .list());
    }

    long countFindings(UUID id) {
        return jdbi.withHandle(
                handle -> handle.select("select count(*) from space_import_finding where import_id = ?", id)
                        .mapTo(Long.class)
                        .one());
    }

    private static Finding finding(ResultSet row) throws SQLException {
        double lon = row.getDouble("lon");
        LonLat place = row.wasNull() ? null : new LonLat(lon, row.getDouble("lat"));
        return new Finding(
                row.getObject("row", Integer.class),
                row.getString("key"),
                row.getString("code"),
                Finding.Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                row.getString("value"),
                place,
                Columns.texts(row, "arguments"));
    }
}
