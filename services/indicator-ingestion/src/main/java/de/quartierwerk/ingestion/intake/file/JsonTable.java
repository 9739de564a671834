package de.quartierwerk.ingestion.intake.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * JSON: the first array of flat objects that the document holds; each object is a row. A member that no column is named
 * after is passed over.
 */
public final class JsonTable implements TableReader {
    private static final int MOST_DECIMALS = 100;

    private final JsonParser parser;
    private final List<String> columns;
    private final Map<String, Integer> index = new HashMap<>();
    private final Set<String> unseen;
    private boolean atFirst;
    private long number;

    private JsonTable(JsonParser parser, List<String> columns, Set<String> required) {
        this.parser = parser;
        this.columns = List.copyOf(columns);
        this.unseen = new TreeSet<>(required);
        for (int i = 0; i < columns.size(); i++) {
            index.put(columns.get(i), i);
        }
    }

    /**
     * Opens a document.
     *
     * @param columns names of the members that are read of each of its objects
     * @param required those of them that some object must have
     */
    public static JsonTable open(InputStream content, Charset charset, List<String> columns, Set<String> required)
            throws IOException {
        JsonParser parser = new JsonFactory().createParser(Texts.reader(content, charset));
        JsonTable table = new JsonTable(parser, columns, required);
        try {
            JsonToken before = null;
            JsonToken token = parser.nextToken();
            while (token != null && (before != JsonToken.START_ARRAY || token != JsonToken.START_OBJECT)) {
                before = token;
                token = parser.nextToken();
            }
            table.atFirst = token != null;
        } catch (JacksonException malformed) {
            parser.close();
            throw new UnreadableRow(0, malformed);
        }
        return table;
    }

    @Override
    public List<String> header() {
        return columns;
    }

    @Override
    public Optional<TableRow> next() throws IOException {
        try {
            JsonToken token = atFirst ? parser.currentToken() : parser.nextToken();
            atFirst = false;
            if (token == null || token == JsonToken.END_ARRAY) {
                readToTheEnd();
                return Optional.empty();
            }
            number++;
            if (token != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return Optional.of(new Cells(number, new String[0], new boolean[0]));
            }
            return Optional.of(object());
        } catch (JacksonException malformed) {
            throw new UnreadableRow(number, malformed);
        }
    }

    /** What follows the rows must be a whole document too. */
    private void readToTheEnd() throws IOException {
        while (parser.currentToken() != null) {
            boolean ended = parser.getParsingContext().inRoot();
            if (parser.nextToken() != null && ended) {
                throw new UnreadableRow(number, null);
            }
        }
        if (number > 0 && !unseen.isEmpty()) {
            throw UnreadableRow.memberMissing(number, unseen.iterator().next());
        }
    }

    private TableRow object() throws IOException {
        String[] texts = new String[columns.size()];
        boolean[] plain = new boolean[columns.size()];
        Arrays.fill(texts, "");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Integer column = index.get(parser.currentName());
            if (!unseen.isEmpty()) {
                unseen.remove(parser.currentName());
            }
            JsonToken value = parser.nextToken();
            if (column == null) {
                parser.skipChildren();
            } else if (value.isStructStart()) {
                texts[column] = value == JsonToken.START_OBJECT ? "{…}" : "[…]";
                parser.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                plain[column] = value.isNumeric();
                texts[column] = value == JsonToken.VALUE_NUMBER_FLOAT
                        ? decimal(parser.getText())
                        : Texts.strip(parser.getText());
            }
        }
        return new Cells(number, texts, plain);
    }

    /** Writes out exponents of sensible size; a monstrous one stays as it is and will not be taken for a number. */
    private static String decimal(String written) {
        if (written.indexOf('e') < 0 && written.indexOf('E') < 0) {
            return written;
        }
        BigDecimal number = new BigDecimal(written);
        return Math.abs(number.scale()) > MOST_DECIMALS ? written : number.toPlainString();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, lives for one row
    private record Cells(long line, String[] texts, boolean[] numbers) implements TableRow {
        @Override
        public int size() {
            return texts.length;
        }

        @Override
        public String text(int column) {
            return column < texts.length ? texts[column] : "";
        }

        @Override
        public boolean plain(int column) {
            return column < numbers.length && numbers[column];
        }
    }
}
