package de.quartierwerk.registry.spaceexport;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.span.AttributeColumn;
import de.quartierwerk.registry.span.Span;
import de.quartierwerk.registry.span.SpanPosition;
import de.quartierwerk.registry.span.Spans;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * Levels as layers of a GeoPackage. Attributes are columns of their own for people, and stand together as JSON in the
 * column {@code attributes}, from which an import reads them as they were.
 */
final class GeoPackageFile {
    private static final int MOST_COLUMNS = 1000;
    private static final int HEADER_BYTES = 40;
    private static final byte LITTLE_ENDIAN_WITH_BOX = 3;

    private final ExportOrder order;
    private final Spans spans;
    private final Placed placed;
    private final String changed;

    private GeoPackageFile(ExportOrder order, Spans spans) {
        this.order = order;
        this.spans = spans;
        this.placed = new Placed(order.crs());
        this.changed = order.asOf() + "T00:00:00.000Z";
    }

    static void write(ExportOrder order, Spans spans, Path file) {
        new GeoPackageFile(order, spans).write(file);
    }

    private void write(Path path) {
        try (GeoPackageStatements file = new GeoPackageStatements(path)) {
            file.addSystem(-1, "Undefined cartesian SRS", "NONE", -1, "undefined");
            file.addSystem(0, "Undefined geographic SRS", "NONE", 0, "undefined");
            Stream.of(Crs.EPSG_4326, order.crs())
                    .distinct()
                    .forEach(crs -> file.addSystem(
                            CrsDefinitions.number(crs),
                            crs.code(),
                            "EPSG",
                            CrsDefinitions.number(crs),
                            CrsDefinitions.wkt(crs)));
            file.addMetadata(order.metadata(), changed);
            for (String level : order.levels()) {
                write(level, file);
            }
        }
    }

    private void write(String level, GeoPackageStatements file) {
        List<AttributeColumn> attributes = spans.attributes(order.filter(level)).stream()
                .limit(MOST_COLUMNS)
                .toList();
        List<GeoPackageStatements.Column> columns = columns(attributes);
        file.addLayer(level, order.metadata(), changed, order.crs(), columns);
        Envelope extent = new Envelope();
        Stream<List<@Nullable Object>> rows =
                spans.after(order.filter(level), SpanPosition.START).map(span -> row(span, attributes, extent));
        file.addRows(level, columns, rows.iterator());
        if (!extent.isNull()) {
            file.setExtent(level, extent);
        }
    }

    private static List<GeoPackageStatements.Column> columns(List<AttributeColumn> attributes) {
        ColumnNames names = new ColumnNames(Integer.MAX_VALUE);
        names.take("fid");
        names.take("geom");
        List<GeoPackageStatements.Column> columns = new ArrayList<>();
        for (String own : List.of("key", "name", "shortName", "level", "parent")) {
            columns.add(new GeoPackageStatements.Column(names.take(own), "TEXT"));
        }
        columns.add(new GeoPackageStatements.Column(names.take("validFrom"), "DATE"));
        columns.add(new GeoPackageStatements.Column(names.take("validTo"), "DATE"));
        columns.add(new GeoPackageStatements.Column(names.take("areaSquareMetres"), "DOUBLE"));
        columns.add(new GeoPackageStatements.Column(names.take("labelLon"), "DOUBLE"));
        columns.add(new GeoPackageStatements.Column(names.take("labelLat"), "DOUBLE"));
        columns.add(new GeoPackageStatements.Column(names.take("attributes"), "TEXT"));
        for (AttributeColumn attribute : attributes) {
            columns.add(new GeoPackageStatements.Column(
                    names.take(attribute.name()),
                    switch (attribute.type()) {
                        case TEXT -> "TEXT";
                        case INTEGER -> "INTEGER";
                        case DECIMAL -> "DOUBLE";
                        case DATE -> "DATE";
                        case BOOLEAN -> "BOOLEAN";
                    }));
        }
        return columns;
    }

    private List<@Nullable Object> row(Span span, List<AttributeColumn> attributes, Envelope extent) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(span.boundary() == null ? null : blob(placed.of(span.boundary()), extent));
        row.add(span.key());
        row.add(span.name());
        row.add(span.shortName());
        row.add(span.level());
        row.add(span.parent());
        row.add(span.validFrom().toString());
        row.add(span.validTo() == null ? null : span.validTo().toString());
        row.add(span.areaSquareMetres() == null ? null : span.areaSquareMetres().doubleValue());
        row.add(span.labelPoint() == null ? null : span.labelPoint().lon());
        row.add(span.labelPoint() == null ? null : span.labelPoint().lat());
        row.add(span.attributes().toString());
        for (AttributeColumn attribute : attributes) {
            row.add(value(span.attributes().path(attribute.name()), attribute.type()));
        }
        return row;
    }

    private static @Nullable Object value(JsonNode value, AttributeColumn.Type type) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        return switch (type) {
            case TEXT, DATE -> value.isContainerNode() ? value.toString() : value.asText();
            case INTEGER -> value.longValue();
            case DECIMAL -> value.doubleValue();
            case BOOLEAN -> value.booleanValue();
        };
    }

    /** The boundary behind the header that a GeoPackage asks for. */
    private byte[] blob(Geometry boundary, Envelope extent) {
        Geometry parts = boundary instanceof Polygon polygon
                ? boundary.getFactory().createMultiPolygon(new Polygon[] {polygon})
                : boundary;
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(parts);
        Envelope box = boundary.getEnvelopeInternal();
        extent.expandToInclude(box);
        return ByteBuffer.allocate(HEADER_BYTES + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put(LITTLE_ENDIAN_WITH_BOX)
                .putInt(CrsDefinitions.number(order.crs()))
                .putDouble(box.getMinX())
                .putDouble(box.getMaxX())
                .putDouble(box.getMinY())
                .putDouble(box.getMaxY())
                .put(wkb)
                .array();
    }
}
