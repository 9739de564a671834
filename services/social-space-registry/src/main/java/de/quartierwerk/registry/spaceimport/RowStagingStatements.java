package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.database.CopyBehind;
import de.quartierwerk.kit.database.CopyLoader;
import de.quartierwerk.kit.database.CopyRows;
import de.quartierwerk.registry.boundary.Boundary;
import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.boundary.MeasuredBoundary;
import de.quartierwerk.registry.boundary.Wkb;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Stages rows and findings while their file is read, portion by portion: the server takes one while the next is read.
 */
final class RowStagingStatements implements RowSink, AutoCloseable {
    static final String FINDINGS =
            "space_import_finding (import_id, row, key, code, severity, value, lon, lat, arguments, other_row)";
    private static final String ROWS =
            "space_import_row (import_id, row, key, name, parent, attributes, valid_from, ends, short_name,"
                    + " area_square_metres, lon, lat, west, south, east, north, label_lon, label_lat)";
    private static final String BOUNDARIES = "space_import_boundary (import_id, row, place, wkb, hash)";
    private static final int CHARACTERS_AT_ONCE = 1 << 20;

    private final UUID id;
    private final LocalDate validFrom;
    private final ImportProgressStatements.Counter progress;
    private final Function<Collection<String>, Map<String, MeasuredBoundary>> known;
    private final CopyBehind rowTable;
    private final CopyBehind boundaryTable;
    private final CopyBehind findingTable;
    private final CopyRows rows = new CopyRows();
    private final CopyRows boundaries = new CopyRows();
    private final CopyRows findings = new CopyRows();
    private long staged;

    RowStagingStatements(
            UUID id,
            LocalDate validFrom,
            ImportProgressStatements.Counter progress,
            Function<Collection<String>, Map<String, MeasuredBoundary>> known,
            CopyLoader loader) {
        this.id = id;
        this.validFrom = validFrom;
        this.progress = progress;
        this.known = known;
        this.rowTable = loader.loadBehind(ROWS);
        this.boundaryTable = loader.loadBehind(BOUNDARIES);
        this.findingTable = loader.loadBehind(FINDINGS);
    }

    @Override
    public void row(SpaceRow row) {
        Boundary boundary = row.boundary();
        rows.row(
                boundary == null
                        ? cells(row, null, null, null, null, null, null, null, null, null)
                        : cells(row, boundary));
        if (boundary != null) {
            boundaries.row(Arrays.asList(
                    id, row.row(), Place.of(boundary.centroid()), Wkb.write(boundary.geometry()), boundary.hash()));
        }
        progress.done(++staged);
        copyIfMany();
    }

    private List<@Nullable Object> cells(SpaceRow row, Boundary boundary) {
        Envelope box = boundary.box();
        LonLat label = boundary.labelPoint();
        return cells(
                row,
                boundary.areaSquareMetres(),
                boundary.centroid().lon(),
                boundary.centroid().lat(),
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                label.lon(),
                label.lat());
    }

    private List<@Nullable Object> cells(SpaceRow row, @Nullable Object... extent) {
        LocalDate from = row.span().from() == null ? validFrom : row.span().from();
        Object[] cells = Arrays.copyOf(
                new Object[] {
                    id,
                    row.row(),
                    row.key(),
                    row.name(),
                    row.parent(),
                    row.attributes(),
                    from,
                    row.span().to(),
                    row.shortName()
                },
                9 + extent.length);
        System.arraycopy(extent, 0, cells, 9, extent.length);
        return Arrays.asList(cells);
    }

    @Override
    public void finding(Finding finding) {
        findings.row(cells(id, finding, null));
        copyIfMany();
    }

    static List<@Nullable Object> cells(UUID id, Finding finding, @Nullable Integer otherRow) {
        return Arrays.asList(
                id,
                finding.row(),
                finding.key(),
                finding.code(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.value(),
                finding.place() == null ? null : finding.place().lon(),
                finding.place() == null ? null : finding.place().lat(),
                finding.arguments(),
                otherRow);
    }

    @Override
    public Map<String, MeasuredBoundary> known(Collection<String> keys) {
        return known.apply(keys);
    }

    private void copyIfMany() {
        if (rows.size() + boundaries.size() + findings.size() >= CHARACTERS_AT_ONCE) {
            copy();
        }
    }

    private void copy() {
        findingTable.copy(findings);
        rowTable.copy(rows);
        boundaryTable.copy(boundaries);
    }

    @Override
    public void close() {
        try (findingTable;
                rowTable;
                boundaryTable) {
            copy();
        }
    }
}
