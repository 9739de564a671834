package de.quartierwerk.registry.spaceexport;

import de.quartierwerk.registry.span.SpanPosition;
import de.quartierwerk.registry.span.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes files of spaces. Text is written while it is read; what cannot be written from front to back is made in a file
 * that is gone before its first byte leaves, so that nothing is left when the service dies.
 */
@ApplicationScoped
class ExportFiles {
    private final Spans spans;

    ExportFiles(Spans spans) {
        this.spans = spans;
    }

    StreamingOutput of(ExportOrder order, ExportFormat format) {
        String level = order.levels().get(0);
        return switch (format) {
            case geojson ->
                output -> GeoJsonFile.write(
                        order,
                        spans.declared(level),
                        spans.after(order.filter(level), SpanPosition.START).iterator(),
                        output);
            case csv ->
                CsvFile.of(
                        order.crs(), spans.declared(level), () -> spans.after(order.filter(level), SpanPosition.START));
            case gpkg -> made(file -> GeoPackageFile.write(order, spans, file));
            case shp -> made(file -> ShapeFile.write(order, spans, file));
        };
    }

    @FunctionalInterface
    private interface Maker {
        void make(Path file) throws IOException;
    }

    private static StreamingOutput made(Maker maker) {
        return output -> {
            Path file = Files.createTempFile("quartierwerk-export", null);
            try {
                maker.make(file);
                try (InputStream made = Files.newInputStream(file)) {
                    Files.delete(file);
                    made.transferTo(output);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        };
    }
}
