package de.quartierwerk.registry.spaceexport;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.level.LevelAttribute;
import de.quartierwerk.registry.span.Span;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.WKTWriter;

/**
 * A level as a table with the columns of the registry's own list, and the boundary as well-known text. The same spaces
 * give the same bytes.
 */
final class CsvFile {
    private static final List<String> HEADER = List.of(
            "key",
            "name",
            "level",
            "parent",
            "validFrom",
            "validTo",
            "areaSquareMetres",
            "lon",
            "lat",
            "attributes",
            "shortName",
            "labelLon",
            "labelLat");
    private static final String BOUNDARY = "wkt";

    private final Placed placed;
    private final WKTWriter wkt = new WKTWriter();

    private final List<LevelAttribute> declared;

    private CsvFile(Crs crs, List<LevelAttribute> declared) {
        this.placed = new Placed(crs);
        this.declared = declared;
    }

    static StreamingOutput of(Crs crs, List<LevelAttribute> declared, Supplier<Stream<Span>> spans) {
        Iterable<List<Object>> rows = () -> new CsvFile(crs, declared).rows(spans.get());
        return CsvAnswer.of(header(declared), rows);
    }

    private static List<String> header(List<LevelAttribute> declared) {
        ColumnNames names = new ColumnNames(Integer.MAX_VALUE);
        names.take(BOUNDARY);
        List<String> header = new ArrayList<>(HEADER);
        header.forEach(names::take);
        declared.forEach(attribute -> header.add(names.take(attribute.name())));
        header.add(BOUNDARY);
        return header;
    }

    private Iterator<List<Object>> rows(Stream<Span> spans) {
        return spans.map(this::cells).iterator();
    }

    private List<Object> cells(Span span) {
        List<Object> cells = new ArrayList<>(Arrays.asList(
                CsvAnswer.code(span.key()),
                span.name(),
                CsvAnswer.code(span.level()),
                CsvAnswer.code(span.parent()),
                span.validFrom(),
                span.validTo(),
                span.areaSquareMetres(),
                span.centroid() == null ? null : span.centroid().lon(),
                span.centroid() == null ? null : span.centroid().lat(),
                CsvAnswer.code(span.attributes().toString()),
                span.shortName(),
                span.labelPoint() == null ? null : span.labelPoint().lon(),
                span.labelPoint() == null ? null : span.labelPoint().lat()));
        declared.forEach(attribute -> cells.add(cell(span.attributes().path(attribute.name()), attribute.type())));
        cells.add(span.boundary() == null ? null : wkt.write(placed.of(span.boundary())));
        return cells;
    }

    private static @Nullable Object cell(JsonNode value, LevelAttribute.Type type) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        String text = value.isContainerNode() ? value.toString() : value.asText();
        return type == LevelAttribute.Type.TEXT ? text : CsvAnswer.code(text);
    }
}
