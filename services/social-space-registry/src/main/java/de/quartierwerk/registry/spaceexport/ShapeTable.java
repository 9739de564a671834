package de.quartierwerk.registry.spaceexport;

import com.fasterxml.jackson.databind.JsonNode;
import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFWriter;
import de.quartierwerk.registry.span.AttributeColumn;
import de.quartierwerk.registry.span.Span;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of a shapefile ({@code .dbf}). A cell holds 254 bytes, so the attributes as JSON, which an import reads,
 * lie in as many columns as they need: {@code attributes}, {@code attribut_2} and so on.
 */
final class ShapeTable implements Closeable {
    static final int BYTES_OF_CELL = 254;
    private static final int BYTES_OF_NAME = 10;
    private static final int BYTES_OF_KEY = 64;
    private static final int BYTES_OF_NUMBER = 20;
    /** Programs take wider ones for decimals, and narrower ones have no room for 15 digits and a sign. */
    private static final int BYTES_OF_INTEGER = 16;

    private static final int DECIMALS_OF_DEGREES = 7;
    /** The format counts columns in a byte, and the bytes of a row in two. */
    private static final int MOST_COLUMNS = 200;

    private static final String JSON = "attributes";
    /** No attribute may look like a part of the attributes as JSON, however long they are. */
    private static final int RESERVED = 400;

    private final DBFWriter writer;
    private final List<AttributeColumn> attributes;
    private final int cells;

    /**
     * Begins a table.
     *
     * @param cells how many columns the attributes as JSON need
     */
    ShapeTable(Path file, List<AttributeColumn> attributes, int cells) {
        this.cells = Math.min(cells, MOST_COLUMNS);
        this.attributes = attributes.stream().limit(MOST_COLUMNS - this.cells).toList();
        this.writer = new DBFWriter(file.toFile(), StandardCharsets.UTF_8);
        writer.setFields(fields().toArray(DBFField[]::new));
    }

    private List<DBFField> fields() {
        ColumnNames names = new ColumnNames(BYTES_OF_NAME);
        List<DBFField> fields = new ArrayList<>();
        fields.add(new DBFField(names.take("key"), DBFDataType.CHARACTER, BYTES_OF_KEY));
        fields.add(new DBFField(names.take("name"), DBFDataType.CHARACTER, BYTES_OF_CELL));
        fields.add(new DBFField(names.take("shortName"), DBFDataType.CHARACTER, BYTES_OF_CELL));
        fields.add(new DBFField(names.take("level"), DBFDataType.CHARACTER, BYTES_OF_KEY));
        fields.add(new DBFField(names.take("parent"), DBFDataType.CHARACTER, BYTES_OF_KEY));
        fields.add(new DBFField(names.take("validFrom"), DBFDataType.DATE));
        fields.add(new DBFField(names.take("validTo"), DBFDataType.DATE));
        fields.add(new DBFField(names.take("areaSquareMetres"), DBFDataType.NUMERIC, BYTES_OF_NUMBER, 2));
        fields.add(new DBFField(names.take("labelLon"), DBFDataType.NUMERIC, BYTES_OF_NUMBER, DECIMALS_OF_DEGREES));
        fields.add(new DBFField(names.take("labelLat"), DBFDataType.NUMERIC, BYTES_OF_NUMBER, DECIMALS_OF_DEGREES));
        for (int i = 0; i < cells; i++) {
            fields.add(new DBFField(names.take(JSON), DBFDataType.CHARACTER, BYTES_OF_CELL));
        }
        for (int i = cells; i < RESERVED; i++) {
            names.take(JSON);
        }
        for (AttributeColumn attribute : attributes) {
            String name = names.take(attribute.name());
            fields.add(
                    switch (attribute.type()) {
                        case TEXT ->
                            new DBFField(
                                    name,
                                    DBFDataType.CHARACTER,
                                    Math.max(1, Math.min(BYTES_OF_CELL, attribute.bytes())));
                        case INTEGER -> new DBFField(name, DBFDataType.NUMERIC, BYTES_OF_INTEGER, 0);
                        case DECIMAL -> new DBFField(name, DBFDataType.NUMERIC, BYTES_OF_NUMBER, 6);
                        case DATE -> new DBFField(name, DBFDataType.DATE);
                        case BOOLEAN -> new DBFField(name, DBFDataType.LOGICAL);
                    });
        }
        return fields;
    }

    void add(Span span) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(span.key());
        row.add(ColumnNames.cut(span.name(), BYTES_OF_CELL));
        row.add(span.shortName() == null ? null : ColumnNames.cut(span.shortName(), BYTES_OF_CELL));
        row.add(span.level());
        row.add(span.parent());
        row.add(date(span.validFrom()));
        row.add(span.validTo() == null ? null : date(span.validTo()));
        row.add(span.areaSquareMetres());
        row.add(span.labelPoint() == null ? null : span.labelPoint().lon());
        row.add(span.labelPoint() == null ? null : span.labelPoint().lat());
        List<String> json = cells(span.attributes().toString());
        for (int i = 0; i < cells; i++) {
            row.add(i < json.size() ? json.get(i) : null);
        }
        for (AttributeColumn attribute : attributes) {
            row.add(value(span.attributes().path(attribute.name()), attribute.type()));
        }
        writer.addRecord(row.toArray());
    }

    /**
     * A text in parts of a cell's size. None begins or ends with a blank, which the format would lose: a blank between
     * two parts is written as JSON's escape.
     */
    static List<String> cells(String json) {
        List<String> cells = new ArrayList<>();
        String rest = json;
        while (!rest.isEmpty()) {
            String cell = ColumnNames.cut(rest, BYTES_OF_CELL);
            rest = rest.substring(cell.length());
            while (!rest.isEmpty() && cell.endsWith(" ")) {
                cell = cell.substring(0, cell.length() - 1);
                rest = " " + rest;
            }
            if (rest.startsWith(" ")) {
                rest = "\\u0020" + rest.substring(1);
            }
            cells.add(cell);
        }
        return cells;
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    private static @Nullable Object value(JsonNode value, AttributeColumn.Type type) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        return switch (type) {
            case TEXT -> ColumnNames.cut(value.isContainerNode() ? value.toString() : value.asText(), BYTES_OF_CELL);
            case INTEGER, DECIMAL -> value.decimalValue();
            case DATE -> day(value.asText());
            case BOOLEAN -> value.booleanValue();
        };
    }

    /** A day, unless it looks like one only. */
    private static @Nullable Date day(String text) {
        try {
            return date(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
