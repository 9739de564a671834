package de.quartierwerk.registry.boundary;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A GeoJSON geometry as it stands in a file, before anything of it is checked. It is read without a tree of nodes, so
 * that a ring takes sixteen bytes for each position.
 *
 * @param type its type as JSON, with quotes; empty where it has none
 * @param coordinates its coordinates, however they are nested
 */
public record GeoJsonShape(String type, Part coordinates) {
    private static final int SHOWN = 60;
    private static final int FIRST_CAPACITY = 128;

    /** A part of the coordinates. */
    sealed interface Part permits Positions, Parts, Other, TooMany {}

    /**
     * A list of positions.
     *
     * @param ordinates x and y of the positions before the first that is none
     * @param faulty the first that is none, as it was delivered
     * @param heights whether a position had more numbers
     */
    record Positions(double[] ordinates, @Nullable String faulty, boolean heights) implements Part {
        int size() {
            return ordinates.length / 2;
        }
    }

    /** A list of other lists, or an empty one. */
    record Parts(List<Part> parts) implements Part {}

    /** Neither a list of lists nor of positions. */
    record Other(String shown) implements Part {}

    /** More than there is room for. */
    record TooMany() implements Part {}

    /** The memory that it takes, in positions. */
    public int weight() {
        return weight(coordinates);
    }

    private static int weight(Part part) {
        int own = part instanceof Positions positions ? positions.size() : 0;
        int others = part instanceof Parts parts
                ? parts.parts().stream().mapToInt(GeoJsonShape::weight).sum()
                : 0;
        return BoundaryRoom.POSITIONS_OF_A_PART + own + others;
    }

    /** Reads the geometry that begins with the parser's present token; null where there is none. */
    public static @Nullable GeoJsonShape read(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new GeoJsonShape("", new Other(""));
        }
        String type = "";
        Part coordinates = new Other("");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            parser.nextToken();
            if (member.equals("coordinates")) {
                BoundaryRoom room = new BoundaryRoom();
                Part read = part(parser, room);
                coordinates = room.exceeded() ? new TooMany() : read;
            } else if (member.equals("type")) {
                type = shown(parser);
            } else {
                parser.skipChildren();
            }
        }
        return new GeoJsonShape(type, coordinates);
    }

    /** The same for a geometry that was read already. */
    static @Nullable GeoJsonShape of(@Nullable JsonNode geometry) {
        if (geometry == null || geometry.isMissingNode()) {
            return null;
        }
        try (JsonParser parser = geometry.traverse()) {
            parser.nextToken();
            return read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Part part(JsonParser parser, BoundaryRoom room) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            room.takeRing();
            return new Other(shown(parser));
        }
        parser.nextToken();
        return inside(parser, room);
    }

    /** The list whose first element, or end, is the present token. */
    private static Part inside(JsonParser parser, BoundaryRoom room) throws IOException {
        boolean fits = room.takeRing();
        if (parser.currentToken() == JsonToken.END_ARRAY) {
            return new Parts(List.of());
        }
        if (!fits) {
            parser.skipChildren();
            skip(parser);
            return new TooMany();
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return new Other(rest(parser, new StringBuilder("[")));
        }
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_ARRAY && first != JsonToken.END_ARRAY) {
            return positions(parser, room);
        }
        List<Part> parts = new ArrayList<>();
        parts.add(inside(parser, room));
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (room.exceeded()) {
                parser.skipChildren();
            } else {
                parts.add(part(parser, room));
            }
        }
        return new Parts(parts);
    }

    /** Positions, the first of which is open. */
    private static Part positions(JsonParser parser, BoundaryRoom room) throws IOException {
        double[] ordinates = new double[FIRST_CAPACITY];
        int length = 0;
        boolean[] heights = {false};
        do {
            String faulty = null;
            if (length > 0 && parser.currentToken() != JsonToken.START_ARRAY) {
                faulty = shown(parser);
            } else {
                if (length > 0) {
                    parser.nextToken();
                }
                if (length == ordinates.length) {
                    ordinates = Arrays.copyOf(ordinates, 2 * length);
                }
                faulty = position(parser, ordinates, length, heights);
            }

            if (faulty != null) {
                skip(parser);
                return new Positions(Arrays.copyOf(ordinates, length), faulty, heights[0]);
            }
            length += 2;
            if (!room.take(1)) {
                skip(parser);
                return new TooMany();
            }
        } while (parser.nextToken() != JsonToken.END_ARRAY);
        return new Positions(Arrays.copyOf(ordinates, length), null, heights[0]);
    }

    /** Reads an open position to its end; answers how it looks if it is none. Heights are left out, but noted. */
    private static @Nullable String position(JsonParser parser, double[] into, int at, boolean[] heights)
            throws IOException {
        if (!isNumber(parser.currentToken())) {
            return rest(parser, new StringBuilder("["));
        }
        into[at] = parser.getDoubleValue();
        if (!isNumber(parser.nextToken())) {
            String first = "[" + DeliveredBoundary.plain(into[at]);
            boolean ended = parser.currentToken() == JsonToken.END_ARRAY;
            return rest(parser, new StringBuilder(first).append(ended ? "" : ","));
        }
        into[at + 1] = parser.getDoubleValue();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            heights[0] = true;
            parser.skipChildren();
        }
        return null;
    }

    private static boolean isNumber(@Nullable JsonToken token) {
        return token != null && token.isNumeric();
    }

    /** Goes to the end of the list around the value that was read last. */
    private static void skip(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
        }
    }

    /** The list that is open, from its present element on, as text. */
    private static String rest(JsonParser parser, StringBuilder text) throws IOException {
        boolean first = true;
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            String next = (first ? "" : ",") + shown(parser);
            first = false;
            text.append(text.length() > SHOWN ? "" : next);
            parser.nextToken();
        }
        return cut(text.append(']').toString());
    }

    /** The value that begins with the present token, as text, read to its end. */
    private static String shown(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (!token.isStructStart()) {
            return cut(token == JsonToken.VALUE_STRING ? '"' + parser.getText() + '"' : parser.getText());
        }
        boolean array = token == JsonToken.START_ARRAY;
        StringBuilder text = new StringBuilder(array ? "[" : "{");
        boolean first = true;
        while (!parser.nextToken().isStructEnd()) {
            String name = array ? "" : '"' + parser.currentName() + "\":";
            if (!array) {
                parser.nextToken();
            }
            String next = (first ? "" : ",") + name + shown(parser);
            first = false;
            text.append(text.length() > SHOWN ? "" : next);
        }
        return cut(text.append(array ? ']' : '}').toString());
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** A part as text, its first numbers only. */
    static String shown(Part part) {
        if (part instanceof Other other) {
            return other.shown();
        }
        if (part instanceof Parts parts) {
            return parts.parts().isEmpty()
                    ? "[]"
                    : cut("[" + shown(parts.parts().get(0)) + ",…]");
        }
        Positions positions = (Positions) part;
        return positions.size() == 0
                ? "[" + positions.faulty() + ",…]"
                : "[[" + DeliveredBoundary.plain(positions.ordinates()[0]) + ","
                        + DeliveredBoundary.plain(positions.ordinates()[1]) + "],…]";
    }
}
