package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.quartierwerk.registry.boundary.BoundaryFault;
import de.quartierwerk.registry.boundary.BoundaryReader;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.DeliveredBoundary;
import de.quartierwerk.registry.geofile.TextRoom;
import de.quartierwerk.registry.geofile.WktRings;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file with the columns key, name, parent and, as well-known text, the boundary; every other column is an
 * attribute. It detects the delimiter, and assumes the charset of older German office programs where the bytes are not
 * UTF-8.
 */
final class CsvSpaces {
    private static final String PARENT = "parent";
    private static final String BOUNDARY = "wkt";
    private static final List<String> MISLEADING = List.of("lon", "lat", "validFrom", "validTo");
    private static final int SHOWN = 60;
    /** The library's own bound is a little larger; a boundary as text may have half a million positions. */
    private static final int LONGEST_ROW = 16_000_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    /** The library gives the place of a fault in its message only. */
    private static final Pattern STARTED_IN_LINE = Pattern.compile("start(?:ed in|ing at) line (\\d+)");

    private final ImportOptions options;
    private final RowSink sink;
    private final BoundaryReader boundaries;
    private final RowCheck check;
    private List<String> header = List.of();
    private int keyColumn;
    private int nameColumn;
    private int parentColumn;
    private int whereColumn;
    private int boundaryColumn;
    private int shortNameColumn;
    private RowDays.Columns days = new RowDays.Columns(null, null);
    private int fromColumn;
    private int toColumn;
    private boolean ownForm;
    private int received;

    private CsvSpaces(ImportOptions options, Crs crs, RowSink sink) {
        this.options = options;
        this.sink = sink;
        this.boundaries = new BoundaryReader(crs, options.anywhere());
        this.check = new RowCheck(options.rules(), sink);
    }

    static FileContent read(Path file, ImportOptions options, RowSink sink) throws FileFault, IOException {
        Charset charset = CsvText.charset(file);
        if (charset.equals(CsvText.OFFICE)) {
            String assumed = charset.name();
            sink.finding(Finding.warning(null, null, "charset-assumed", assumed, List.of(assumed)));
        }
        Crs crs = options.crs() == null ? Crs.EPSG_4326 : options.crs();
        CsvSpaces spaces = new CsvSpaces(options, crs, sink);
        spaces.readRecords(file, charset);
        if (spaces.received == 0) {
            throw FileFault.unusable("import.file-without-rows", null, null, null);
        }
        return new FileContent(
                spaces.received, true, spaces.parentColumn >= 0, spaces.ownForm && options.ownSpans(), crs);
    }

    private void readRecords(Path file, Charset charset) throws FileFault, IOException {
        char delimiter = CsvText.delimiter(file, charset);
        boolean named = CsvText.namesDelimiter(CsvText.firstLine(file, charset));
        try (Reader text = new BoundedRows(CsvText.open(file, charset), delimiter, LONGEST_ROW);
                CsvReader<CsvRecord> reader = CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (named && records.hasNext()) {
                records.next();
            }
            if (records.hasNext()) {
                readHeader(records.next());
            }
            while (records.hasNext()) {
                CsvRecord csv = records.next();
                if (csv.getFields().stream().anyMatch(field -> !field.isBlank()) && isWanted(csv)) {
                    received++;
                    readRecord(csv);
                }
            }
        } catch (CsvParseException e) {
            Matcher place = STARTED_IN_LINE.matcher(String.valueOf(e.getMessage()));
            int line = place.find() ? Integer.parseInt(place.group(1)) : 1;
            throw FileFault.malformed("import.csv-malformed", line, null, line);
        }
    }

    private void readHeader(CsvRecord csv) throws FileFault {
        header = csv.getFields().stream().map(String::strip).toList();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (!name.isEmpty() && header.indexOf(name) < i) {
                throw FileFault.unusable("import.column-duplicate", line(csv), name, name, name);
            }
        }
        ownForm = OwnForm.is(header);
        keyColumn = column(options.keyProperty(), csv);
        nameColumn = column(options.nameProperty(), csv);
        shortNameColumn = ownForm && options.shortNameProperty() == null
                ? header.indexOf(OwnForm.SHORT_NAME)
                : ownColumn(options.shortNameProperty(), csv);
        days = RowDays.Columns.of(options, ownForm);
        fromColumn = ownColumn(days.from(), csv);
        toColumn = ownColumn(days.to(), csv);
        boundaryColumn = header.indexOf(BOUNDARY);
        whereColumn = options.where() == null ? -1 : column(options.where().column(), csv);
        tellColumnsWithoutMeaning();
        ParentRule rule = options.parent();
        if (rule == null) {
            parentColumn = header.indexOf(PARENT);
        } else {
            parentColumn = rule.property() == null ? -1 : column(rule.property(), csv);
        }
    }

    /** Columns that one could take for a position or a span become attributes like all others. */
    private void tellColumnsWithoutMeaning() {
        String columns = MISLEADING.stream()
                .filter(name -> header.contains(name)
                        && !name.equals(options.validFromProperty())
                        && !name.equals(options.validToProperty()))
                .collect(Collectors.joining(", "));
        if (!ownForm && !columns.isEmpty()) {
            sink.finding(new Finding(
                    null, null, "columns-without-meaning", Finding.Severity.HINT, columns, null, List.of(columns)));
        }
    }

    private int ownColumn(@Nullable String name, CsvRecord csv) throws FileFault {
        return name == null ? -1 : column(name, csv);
    }

    private int column(String name, CsvRecord csv) throws FileFault {
        int index = header.indexOf(name);
        if (index < 0) {
            throw FileFault.unusable(
                    "import.column-missing",
                    line(csv),
                    name,
                    String.join(";", header),
                    name,
                    String.join(", ", header));
        }
        return index;
    }

    private boolean isWanted(CsvRecord csv) {
        RowFilter where = options.where();
        String value = cell(csv, whereColumn);
        return where == null || where.takes(TextNode.valueOf(value == null ? "" : value));
    }

    private void readRecord(CsvRecord csv) {
        String delivered = cell(csv, keyColumn);
        String key = delivered == null ? null : options.keyForm().text(delivered);
        check.begin(line(csv), key);
        if (csv.getFieldCount() != header.size()) {
            check.fault(
                    "wrong-column-count",
                    Integer.toString(csv.getFieldCount()),
                    Integer.toString(header.size()),
                    Integer.toString(csv.getFieldCount()));
            return;
        }
        if (csv.getFields().stream().mapToLong(String::length).sum() >= LONGEST_ROW) {
            check.fault("row-too-long", null, Integer.toString(LONGEST_ROW));
            return;
        }
        if (characters(csv) > TextRoom.MOST_CHARACTERS) {
            check.fault("row-too-large", null, Integer.toString(TextRoom.MOST_CHARACTERS));
            return;
        }
        String name = ownForm ? OwnForm.text(cell(csv, nameColumn)) : cell(csv, nameColumn);
        String parent = parent(csv, key);
        ObjectNode attributes = ownForm ? ownAttributes(csv) : attributes(csv);
        if (ownForm) {
            check.ownColumns(columns(csv), attributes);
        }
        check.check(name, parent, attributes);
        BoundaryReader.Reading reading = boundary(csv);
        check.boundary(reading);
        Span span = RowDays.span(options, days, cell(csv, fromColumn), cell(csv, toColumn), check);
        check.end(name, cell(csv, shortNameColumn), parent, attributes, reading.boundary(), span);
    }

    /** What is read of all cells but the boundary's. */
    private long characters(CsvRecord csv) {
        return IntStream.range(0, csv.getFieldCount())
                .filter(column -> column != boundaryColumn)
                .mapToLong(column -> Math.min(csv.getField(column).length(), TextRoom.LONGEST_TEXT))
                .sum();
    }

    private @Nullable String parent(CsvRecord csv, @Nullable String key) {
        ParentRule rule = options.parent();
        if (rule != null && rule.property() == null) {
            return ParentOfKey.parent(rule, key, check);
        }
        String parent = cell(csv, parentColumn);
        return rule == null || parent == null ? parent : rule.form().text(parent);
    }

    /** The boundary in well-known text; a row without one keeps the boundary that its space has. */
    private BoundaryReader.Reading boundary(CsvRecord csv) {
        String text = whole(csv, boundaryColumn);
        if (text == null) {
            return BoundaryReader.Reading.NONE;
        }
        try {
            Optional<DeliveredBoundary> delivered = WktRings.read(text);
            if (delivered.isPresent()) {
                return boundaries.read(delivered.get(), null);
            }
            return fault("geometry-type", WktRings.type(text));
        } catch (WktRings.Malformed e) {
            String rest = text.substring(Math.min(text.length(), e.position() - 1));
            return fault(
                    "geometry-text-malformed",
                    rest.substring(0, Math.min(rest.length(), SHOWN)),
                    Integer.toString(e.position()));
        }
    }

    private static BoundaryReader.Reading fault(String code, String value, String... arguments) {
        BoundaryFault fault = new BoundaryFault(code, value, null, List.of(arguments));
        return new BoundaryReader.Reading(null, List.of(fault), List.of(), false);
    }

    private ObjectNode attributes(CsvRecord csv) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < header.size(); i++) {
            boolean ownMeaning = i == keyColumn
                    || i == nameColumn
                    || i == parentColumn
                    || i == boundaryColumn
                    || i == shortNameColumn
                    || i == fromColumn
                    || i == toColumn;
            String value = cell(csv, i);
            boolean kept = options.attributes() == null || options.attributes().contains(header.get(i));
            if (!ownMeaning && kept && value != null && !header.get(i).isEmpty()) {
                attributes.put(header.get(i), value);
            }
        }
        return attributes;
    }

    private ObjectNode columns(CsvRecord csv) {
        ObjectNode columns = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i), OwnForm.text(cell(csv, i)));
        }
        return columns;
    }

    private ObjectNode ownAttributes(CsvRecord csv) {
        String text = OwnForm.text(cell(csv, header.indexOf("attributes")));
        try {
            return text == null ? JsonNodeFactory.instance.objectNode() : JSON.readValue(text, ObjectNode.class);
        } catch (JsonProcessingException e) {
            check.fault("attribute-invalid", text);
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** What is read of a cell, if there is anything in it. */
    private static @Nullable String cell(CsvRecord csv, int index) {
        String value = whole(csv, index);
        return value == null || value.length() <= TextRoom.LONGEST_TEXT
                ? value
                : value.substring(0, TextRoom.LONGEST_TEXT);
    }

    /** The cell without white space around it, if there is anything in it. */
    private static @Nullable String whole(CsvRecord csv, int index) {
        if (index < 0 || index >= csv.getFieldCount()) {
            return null;
        }
        String value = csv.getField(index).strip();
        return value.isEmpty() ? null : value;
    }

    private static int line(CsvRecord csv) {
        return (int) csv.getStartingLineNumber();
    }
}
