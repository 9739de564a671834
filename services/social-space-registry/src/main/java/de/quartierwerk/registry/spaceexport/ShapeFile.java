package de.quartierwerk.registry.spaceexport;

import de.quartierwerk.registry.span.AttributeColumn;
import de.quartierwerk.registry.span.Span;
import de.quartierwerk.registry.span.SpanPosition;
import de.quartierwerk.registry.span.Spans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A level as a shapefile in a zip. */
final class ShapeFile {
    private ShapeFile() {}

    static void write(ExportOrder order, Spans spans, Path zip) throws IOException {
        String level = order.levels().get(0);
        Path folder = Files.createTempDirectory(zip.toAbsolutePath().getParent(), "shapefile");
        List<Path> parts = Stream.of(".shp", ".shx", ".dbf")
                .map(ending -> folder.resolve("part" + ending))
                .toList();
        try {
            writeParts(order, spans, parts);
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
                for (Path part : parts) {
                    out.putNextEntry(new ZipEntry(part.getFileName().toString().replace("part", level)));
                    Files.copy(part, out);
                }
                addText(out, level + ".prj", CrsDefinitions.prj(order.crs()));
                addText(out, level + ".cpg", "UTF-8");
                addText(out, level + ".txt", order.metadata() + "\n");
            }
        } finally {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
            Files.delete(folder);
        }
    }

    private static void writeParts(ExportOrder order, Spans spans, List<Path> parts) throws IOException {
        String level = order.levels().get(0);
        List<AttributeColumn> attributes = spans.attributes(order.filter(level));
        int cells = spans.after(order.filter(level), SpanPosition.START)
                .mapToInt(span -> ShapeTable.cells(span.attributes().toString()).size())
                .max()
                .orElse(1);
        Placed placed = new Placed(order.crs());
        try (ShapeWriter shapes = new ShapeWriter(parts.get(0), parts.get(1));
                ShapeTable table = new ShapeTable(parts.get(2), attributes, cells);
                Stream<Span> all = spans.after(order.filter(level), SpanPosition.START)) {
            for (Iterator<Span> each = all.iterator(); each.hasNext(); ) {
                Span span = each.next();
                shapes.add(span.boundary() == null ? null : placed.of(span.boundary()));
                table.add(span);
            }
        }
    }

    private static void addText(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
