package de.quartierwerk.registry.spaceexport;

import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.span.Span;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
            "wkt");

    private final Placed placed;
    private final WKTWriter wkt = new WKTWriter();

    private CsvFile(Crs crs) {
        placed = new Placed(crs);
    }

    static StreamingOutput of(Crs crs, Supplier<Stream<Span>> spans) {
        Iterable<List<Object>> rows = () -> new CsvFile(crs).rows(spans.get());
        return CsvAnswer.of(HEADER, rows);
    }

    private Iterator<List<Object>> rows(Stream<Span> spans) {
        return spans.map(this::cells).iterator();
    }

    private List<Object> cells(Span span) {
        return Arrays.asList(
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
                span.boundary() == null ? null : wkt.write(placed.of(span.boundary())));
    }
}
