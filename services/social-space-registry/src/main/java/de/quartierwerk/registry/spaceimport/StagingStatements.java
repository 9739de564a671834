package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.database.Columns;
import de.quartierwerk.kit.database.CopyLoader;
import de.quartierwerk.registry.boundary.Boundary;
import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.boundary.SameBoundary;
import de.quartierwerk.registry.boundary.Wkb;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
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

    /** Stages the good rows; {@code onMap} holds the boundaries simplified for maps of those that have one. */
    void stage(UUID id, List<SpaceRow> rows, List<Geometry> onMap) {
        Iterator<Geometry> simplified = onMap.iterator();
        loader.load(
                "space_import_row (import_id, row, key, name, parent, attributes, area_square_metres, lon, lat,"
                        + " west, south, east, north, wkb, hash, map_wkb, label_lon, label_lat)",
                rows.stream()
                        .map(row -> row.boundary() == null
                                ? cells(id, row)
                                : cells(id, row, row.boundary(), simplified.next()))
                        .iterator());
        jdbi.useHandle(handle -> handle.execute("analyze space_import_row"));
    }

    private static List<@Nullable Object> cells(UUID id, SpaceRow row) {
        return Arrays.asList(
                id,
                row.row(),
                row.key(),
                row.name(),
                row.parent(),
                row.attributes(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static List<@Nullable Object> cells(UUID id, SpaceRow row, Boundary boundary, Geometry onMap) {
        Envelope box = boundary.box();
        byte[] wkb = Wkb.write(boundary.geometry());
        LonLat label = boundary.labelPoint();
        return Arrays.asList(
                id,
                row.row(),
                row.key(),
                row.name(),
                row.parent(),
                row.attributes(),
                boundary.areaSquareMetres(),
                boundary.centroid().lon(),
                boundary.centroid().lat(),
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                wkb,
                SameBoundary.hash(boundary.geometry()),
                Wkb.write(onMap),
                label.lon(),
                label.lat());
    }

    void removeRows(UUID id) {
        jdbi.useHandle(handle -> handle.execute("delete from space_import_row where import_id = ?", id));
    }

    void insertFindings(UUID id, List<Finding> findings) {
        loader.load(
                "space_import_finding (import_id, row, key, code, severity, value, lon, lat, arguments)",
                findings.stream()
                        .map(finding -> Arrays.<@Nullable Object>asList(
                                id,
                                finding.row(),
                                finding.key(),
                                finding.code(),
                                finding.severity().name().toLowerCase(Locale.ROOT),
                                finding.value(),
                                finding.place() == null ? null : finding.place().lon(),
                                finding.place() == null ? null : finding.place().lat(),
                                finding.arguments()))
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
