package de.quartierwerk.ingestion.intake.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.quartierwerk.kit.problem.Invalid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a JSON-stat data set with their dimensions.
 *
 * @param dimensions in the order in which their categories change, the last one fastest
 * @param roles role to the dimension that has it
 */
record JsonStatCube(
        List<Dimension> dimensions, Map<String, String> roles, Cells values, Cells statuses, boolean dense) {
    private static final int MOST_CELLS = 5_000_000;
    private static final int MOST_CATEGORIES = 500_000;

    /** A dimension with its categories in their order. */
    record Dimension(String id, List<String> codes, List<String> labels) {}

    /** The texts of many cells, one after the other. */
    static final class Cells {
        private final StringBuilder texts = new StringBuilder();
        private int[] ends = new int[1024];
        private int[] numbers = new int[1024];
        private boolean[] plain = new boolean[1024];
        private int count;
        private int highest = -1;
        private int[] places = new int[0];
        private @Nullable String forAll;

        void add(int number, String text, boolean isNumber) {
            if (number < 0 || number >= MOST_CELLS) {
                throw new Invalid("file.json-stat-cells", MOST_CELLS);
            }
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, count * 2);
                numbers = Arrays.copyOf(numbers, count * 2);
                plain = Arrays.copyOf(plain, count * 2);
            }
            texts.append(text);
            numbers[count] = number;
            plain[count] = isNumber;
            ends[count++] = texts.length();
            highest = Math.max(highest, number);
        }

        void arrange(int size) {
            places = new int[size];
            for (int i = 0; i < count; i++) {
                places[numbers[i]] = i + 1;
            }
        }

        boolean has(int number) {
            return forAll != null || places[number] > 0;
        }

        String text(int number) {
            if (forAll != null) {
                return forAll;
            }
            int at = places[number] - 1;
            return at < 0 ? "" : texts.substring(at == 0 ? 0 : ends[at - 1], ends[at]);
        }

        boolean isNumber(int number) {
            return places[number] > 0 && plain[places[number] - 1];
        }
    }

    int size() {
        return values.places.length;
    }

    /** The next cell that the data set speaks of; {@link #size()} after the last. */
    int next(int before) {
        int cell = before + 1;
        while (cell < size() && !dense && !values.has(cell) && !statuses.has(cell)) {
            cell++;
        }
        return cell;
    }

    String value(int cell) {
        return values.text(cell);
    }

    boolean isNumber(int cell) {
        return values.isNumber(cell);
    }

    String status(int cell) {
        return statuses.text(cell);
    }

    /** Which category of a dimension a cell belongs to. */
    int category(int cell, int dimension) {
        int rest = cell;
        for (int i = dimensions.size() - 1; i > dimension; i--) {
            rest /= dimensions.get(i).codes().size();
        }
        return rest % dimensions.get(dimension).codes().size();
    }

    /** Reads a data set from its root object on. */
    static final class Reader {
        private final JsonParser in;
        private List<String> ids = List.of();
        private List<Integer> sizes = List.of();
        private final Map<String, Dimension> found = new HashMap<>();
        private final Map<String, String> roles = new HashMap<>();
        private final Cells values = new Cells();
        private final Cells statuses = new Cells();
        private boolean dense;
        private int categories;

        Reader(JsonParser in) {
            this.in = in;
        }

        void read() throws IOException {
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String member = in.currentName();
                in.nextToken();
                switch (member) {
                    case "id" -> ids = texts();
                    case "size" -> sizes = texts().stream().map(Reader::number).toList();
                    case "dimension" -> dimensions();
                    case "role" -> roles();
                    case "value" -> {
                        dense = in.currentToken() == JsonToken.START_ARRAY;
                        cells(values);
                    }
                    case "status" -> cells(statuses);
                    default -> in.skipChildren();
                }
            }
            if (in.nextToken() != null) {
                throw new UnreadableRow(0, null);
            }
        }

        private List<String> texts() throws IOException {
            List<String> texts = new ArrayList<>();
            if (in.currentToken() != JsonToken.START_ARRAY) {
                return List.of(in.getText());
            }
            while (in.nextToken() != JsonToken.END_ARRAY) {
                texts.add(in.getText());
                in.skipChildren();
                countCategory();
            }
            return texts;
        }

        private void countCategory() {
            if (++categories > MOST_CATEGORIES) {
                throw new Invalid("file.json-stat-cells", MOST_CATEGORIES);
            }
        }

        private static int number(String text) {
            if (!text.matches("\\d{1,9}")) {
                throw new Invalid("file.json-stat-sizes", text, "?");
            }
            return Integer.parseInt(text);
        }

        private void roles() throws IOException {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String role = in.currentName();
                in.nextToken();
                List<String> having = texts();
                if (having.size() == 1) {
                    roles.put(role, having.get(0));
                }
            }
        }

        private void dimensions() throws IOException {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String id = in.currentName();
                if (in.nextToken() == JsonToken.START_OBJECT) {
                    dimension(id);
                } else {
                    in.skipChildren();
                }
            }
        }

        private void dimension(String id) throws IOException {
            while (in.nextToken() != JsonToken.END_OBJECT) {
                boolean category = in.currentName().equals("category");
                if (in.nextToken() == JsonToken.START_OBJECT && category) {
                    category(id);
                } else {
                    in.skipChildren();
                }
            }
        }

        private void category(String id) throws IOException {
            List<String> codes = new ArrayList<>();
            Map<String, String> labels = new LinkedHashMap<>();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String member = in.currentName();
                JsonToken begin = in.nextToken();
                if (member.equals("index") && begin == JsonToken.START_ARRAY) {
                    codes = texts();
                } else if (member.equals("index") && begin == JsonToken.START_OBJECT) {
                    codes = inOrder();
                } else if (member.equals("label") && begin == JsonToken.START_OBJECT) {
                    while (in.nextToken() != JsonToken.END_OBJECT) {
                        String code = in.currentName();
                        in.nextToken();
                        labels.put(code, Texts.strip(in.getText()));
                        countCategory();
                    }
                } else {
                    in.skipChildren();
                }
            }
            List<String> known = codes.isEmpty() ? new ArrayList<>(labels.keySet()) : codes;
            found.put(
                    id,
                    new Dimension(
                            id,
                            known,
                            known.stream()
                                    .map(code -> labels.getOrDefault(code, ""))
                                    .toList()));
        }

        /** Codes with their places, which must be each number from 0 on once. */
        private List<String> inOrder() throws IOException {
            Map<Integer, String> places = new HashMap<>();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String code = in.currentName();
                in.nextToken();
                places.put(number(in.getText()), code);
                countCategory();
            }
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                String code = places.get(i);
                if (code == null) {
                    throw new Invalid("file.json-stat-sizes", Integer.toString(i), "?");
                }
                codes.add(code);
            }
            return codes;
        }

        private void cells(Cells into) throws IOException {
            switch (in.currentToken()) {
                case START_ARRAY -> {
                    for (int number = 0; in.nextToken() != JsonToken.END_ARRAY; number++) {
                        cell(into, number);
                    }
                }
                case START_OBJECT -> {
                    while (in.nextToken() != JsonToken.END_OBJECT) {
                        int number = number(in.currentName());
                        in.nextToken();
                        cell(into, number);
                    }
                }
                case VALUE_STRING -> into.forAll = Texts.strip(in.getText());
                default -> in.skipChildren();
            }
        }

        private void cell(Cells into, int number) throws IOException {
            JsonToken token = in.currentToken();
            if (token.isStructStart()) {
                throw new UnreadableRow(number, null);
            }
            into.add(number, token == JsonToken.VALUE_NULL ? "" : Texts.strip(in.getText()), token.isNumeric());
        }

        JsonStatCube cube() {
            List<Dimension> dimensions = new ArrayList<>();
            long product = 1;
            for (int i = 0; i < ids.size(); i++) {
                Dimension dimension = found.get(ids.get(i));
                int size = i < sizes.size() ? sizes.get(i) : -1;
                if (dimension == null || dimension.codes().size() != size) {
                    throw new Invalid(
                            "file.json-stat-dimension",
                            ids.get(i),
                            size,
                            dimension == null ? 0 : dimension.codes().size());
                }
                dimensions.add(dimension);
                product *= size;
                if (product > MOST_CELLS) {
                    throw new Invalid("file.json-stat-cells", MOST_CELLS);
                }
            }
            long given = dense ? values.count : Math.max(values.highest + 1L, 0);
            boolean fits = dense ? given == product : given <= product && statuses.highest < product;
            if (ids.isEmpty() || ids.size() != sizes.size() || !fits || statuses.highest >= product) {
                throw new Invalid("file.json-stat-sizes", product, given);
            }
            values.arrange((int) product);
            statuses.arrange((int) product);
            return new JsonStatCube(List.copyOf(dimensions), Map.copyOf(roles), values, statuses, dense);
        }
    }
}
