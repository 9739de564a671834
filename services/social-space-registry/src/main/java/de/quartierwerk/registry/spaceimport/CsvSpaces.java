package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file with the columns key, name and parent; every other column is an attribute. It detects the delimiter,
 * and assumes the charset of older German office programs where the bytes are not UTF-8.
 */
final class CsvSpaces {
    private static final Charset OFFICE = Charset.forName("windows-1252");
    private static final String PARENT = "parent";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    /** The library gives the place of a fault in its message only. */
    private static final Pattern STARTED_IN_LINE = Pattern.compile("start(?:ed in|ing at) line (\\d+)");

    private final ImportOptions options;
    private final RowCheck check;
    private List<String> header = List.of();
    private int keyColumn;
    private int nameColumn;
    private int parentColumn;
    private int whereColumn;
    private boolean ownForm;
    private int received;

    private CsvSpaces(ImportOptions options) {
        this.options = options;
        this.check = new RowCheck(options.rules());
    }

    static SpaceRows read(Path file, ImportOptions options) throws FileFault, IOException {
        List<Finding> ofTheFile = new ArrayList<>();
        String text = text(Files.readAllBytes(file), ofTheFile);
        CsvSpaces spaces = new CsvSpaces(options);
        spaces.readRecords(text);
        if (spaces.received == 0) {
            throw FileFault.unusable("import.file-without-rows", null, null, null);
        }
        return spaces.check.result(spaces.received, ofTheFile, true, spaces.parentColumn >= 0);
    }

    private static String text(byte[] bytes, List<Finding> ofTheFile) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            ofTheFile.add(Finding.warning(null, null, "charset-assumed", OFFICE.name(), List.of(OFFICE.name())));
            text = new String(bytes, OFFICE);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void readRecords(String text) throws FileFault {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter(text))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> records = reader.iterator();
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The one of semicolon, tab and comma that is most frequent in the first line; the semicolon when none is there.
     */
    private static char delimiter(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ';';
        for (char candidate : new char[] {'\t', ','}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char character) {
        return text.chars().filter(c -> c == character).count();
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
        whereColumn = options.where() == null ? -1 : column(options.where().column(), csv);
        ParentRule rule = options.parent();
        if (rule == null) {
            parentColumn = header.indexOf(PARENT);
        } else {
            parentColumn = rule.property() == null ? -1 : column(rule.property(), csv);
        }
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
        String name = ownForm ? OwnForm.text(cell(csv, nameColumn)) : cell(csv, nameColumn);
        String parent = parent(csv, key);
        ObjectNode attributes = ownForm ? ownAttributes(csv) : attributes(csv);
        check.check(name, parent, attributes);
        check.end(name, parent, attributes, null);
    }

    private @Nullable String parent(CsvRecord csv, @Nullable String key) {
        ParentRule rule = options.parent();
        if (rule != null && rule.property() == null) {
            return ParentOfKey.parent(rule, key, check);
        }
        String parent = cell(csv, parentColumn);
        return rule == null || parent == null ? parent : rule.form().text(parent);
    }

    private ObjectNode attributes(CsvRecord csv) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < header.size(); i++) {
            boolean ownMeaning = i == keyColumn || i == nameColumn || i == parentColumn;
            String value = cell(csv, i);
            boolean kept = options.attributes() == null || options.attributes().contains(header.get(i));
            if (!ownMeaning && kept && value != null && !header.get(i).isEmpty()) {
                attributes.put(header.get(i), value);
            }
        }
        return attributes;
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

    /** The cell without white space around it, if there is anything in it. */
    private static @Nullable String cell(CsvRecord csv, int index) {
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
