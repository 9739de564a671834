package de.quartierwerk.ingestion.intake.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.quartierwerk.kit.problem.Invalid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A data set in JSON-stat 2.0 (json-stat.org/full) as a table: a row per cell of the cube, with the category of each
 * dimension, its label, the value and its status. The cube lies in memory in a compact form, up to a bound.
 */
public final class JsonStatTable implements TableReader {
    /** Column of the values. */
    public static final String VALUE = "value";
    /** Column of their status. */
    public static final String STATUS = "status";

    private static final String LABEL = " label";
    private static final int HEAD = 4000;
    private static final Pattern CLASS = Pattern.compile("\"class\"\\s*:\\s*\"(dataset|collection|dimension)\"");
    private static final Pattern VERSION_2 = Pattern.compile("\"version\"\\s*:\\s*\"2");
    private static final Pattern OLD =
            Pattern.compile("\\{\\s*\"[^\"]{1,100}\"\\s*:\\s*\\{(?=.*\"dimension\"\\s*:\\s*\\{).*", Pattern.DOTALL);

    private final JsonStatCube cube;
    private final List<String> header;
    private int cell = -1;

    private JsonStatTable(JsonStatCube cube) {
        this.cube = cube;
        List<String> names = new ArrayList<>();
        for (JsonStatCube.Dimension dimension : cube.dimensions()) {
            names.add(dimension.id());
            names.add(dimension.id() + LABEL);
        }
        names.add(VALUE);
        names.add(STATUS);
        this.header = List.copyOf(names);
    }

    /** Whether a JSON text begins like a data set of version 2; one of another kind is refused by name. */
    static boolean begins(String head) {
        String start = head.substring(0, Math.min(head.length(), HEAD));
        var stated = CLASS.matcher(start);
        boolean classed = stated.find();
        if (classed && VERSION_2.matcher(start).find()) {
            if (!stated.group(1).equals("dataset")) {
                throw ForeignFormat.JSON_STAT_OTHER.refusal();
            }
            return true;
        }
        if (!classed && OLD.matcher(start.strip()).matches() && head.contains("\"size\"")) {
            throw ForeignFormat.JSON_STAT_1.refusal();
        }
        return false;
    }

    /**
     * Reads a data set.
     *
     * @throws Invalid where its parts do not fit each other
     */
    public static JsonStatTable open(InputStream content, Charset charset) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(Texts.reader(content, charset))) {
            JsonStatCube.Reader reader = new JsonStatCube.Reader(parser);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableRow(0, null);
            }
            reader.read();
            return new JsonStatTable(reader.cube());
        } catch (JacksonException malformed) {
            throw new UnreadableRow(0, malformed);
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    /** The dimension that holds periods, where the data set says so. */
    public @Nullable String periods() {
        return role("time");
    }

    /** The dimension that holds regions, where the data set says so. */
    public @Nullable String spaces() {
        return role("geo");
    }

    private @Nullable String role(String name) {
        Map<String, String> roles = cube.roles();
        return roles.containsKey(name)
                ? roles.get(name)
                : cube.dimensions().stream()
                        .map(JsonStatCube.Dimension::id)
                        .filter(name::equalsIgnoreCase)
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public Optional<TableRow> next() {
        cell = cube.next(cell);
        return cell < cube.size() ? Optional.of(new Row(cell)) : Optional.empty();
    }

    @Override
    public void close() {
        // the data set is in memory
    }

    /** A cell of the cube. */
    private final class Row implements TableRow {
        private final int number;

        Row(int number) {
            this.number = number;
        }

        @Override
        public long line() {
            return number + 1L;
        }

        @Override
        public int size() {
            return header.size();
        }

        @Override
        public String text(int column) {
            if (column >= size()) {
                return "";
            }
            if (column == size() - 1) {
                return cube.status(number);
            }
            if (column == size() - 2) {
                return cube.value(number);
            }
            JsonStatCube.Dimension dimension = cube.dimensions().get(column / 2);
            int category = cube.category(number, column / 2);
            return column % 2 == 0
                    ? dimension.codes().get(category)
                    : Objects.toString(dimension.labels().get(category), "");
        }

        @Override
        public boolean plain(int column) {
            return column == size() - 2 && cube.isNumber(number);
        }
    }
}
