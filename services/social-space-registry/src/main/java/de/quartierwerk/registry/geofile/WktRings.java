package de.quartierwerk.registry.geofile;

import de.quartierwerk.registry.boundary.BoundaryRoom;
import de.quartierwerk.registry.boundary.DeliveredBoundary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the polygons of well-known text, with heights or without. JTS refuses rings that are open or short without
 * saying where, so the rings are taken as they are and checked later.
 */
public final class WktRings {
    private static final int FIRST_CAPACITY = 64;

    private final String text;
    private int position;
    private final BoundaryRoom room = new BoundaryRoom();
    private boolean heights;

    private WktRings(String text) {
        this.text = text;
    }

    /** A text is no geometry. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final int position;

        Malformed(int position) {
            super("Malformed at " + position);
            this.position = position;
        }

        /** Number of the first character that cannot be read, from 1 on. */
        public int position() {
            return position;
        }
    }

    /** Type of the geometry in capitals. */
    public static String type(String text) {
        WktRings reader = new WktRings(text);
        reader.skipSrid();
        return reader.word();
    }

    /** The polygons; empty where the geometry is of another type or has none. */
    public static Optional<DeliveredBoundary> read(String text) throws Malformed {
        WktRings reader = new WktRings(text);
        reader.skipSrid();
        String type = reader.word();
        if (!type.equals("POLYGON") && !type.equals("MULTIPOLYGON")) {
            return Optional.empty();
        }
        String more = reader.word();
        while (more.equals("Z") || more.equals("M") || more.equals("ZM")) {
            more = reader.word();
        }
        List<List<double[]>> polygons = new ArrayList<>();
        if (!more.equals("EMPTY")) {
            if (type.equals("POLYGON")) {
                polygons.add(reader.rings());
            } else {
                reader.each(() -> {
                    if (reader.room.takeRing()) {
                        polygons.add(reader.rings());
                    }
                });
            }
        }
        if (reader.room.exceeded()) {
            return Optional.of(DeliveredBoundary.TOO_LARGE);
        }
        if (reader.peek() != 0) {
            throw reader.malformed();
        }
        return polygons.isEmpty() ? Optional.empty() : Optional.of(DeliveredBoundary.of(polygons, reader.heights));
    }

    private interface Element {
        void read() throws Malformed;
    }

    private void each(Element element) throws Malformed {
        expect('(');
        element.read();
        while (!room.exceeded() && peek() == ',') {
            position++;
            element.read();
        }
        if (!room.exceeded()) {
            expect(')');
        }
    }

    private List<double[]> rings() throws Malformed {
        List<double[]> rings = new ArrayList<>();
        each(() -> {
            if (room.takeRing()) {
                rings.add(ring());
            }
        });
        return rings;
    }

    private double[] ring() throws Malformed {
        double[][] ordinates = {new double[FIRST_CAPACITY]};
        int[] length = {0};
        each(() -> {
            if (!room.take(1)) {
                return;
            }
            if (length[0] == ordinates[0].length) {
                ordinates[0] = Arrays.copyOf(ordinates[0], 2 * length[0]);
            }
            ordinates[0][length[0]++] = number();
            ordinates[0][length[0]++] = number();
            while (peek() != ',' && peek() != ')') {
                number();
                heights = true;
            }
        });
        return Arrays.copyOf(ordinates[0], length[0]);
    }

    private double number() throws Malformed {
        peek();
        int begin = position;
        while (position < text.length() && " \t\r\n,()".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        try {
            return Double.parseDouble(text.substring(begin, position));
        } catch (NumberFormatException e) {
            position = begin;
            throw malformed();
        }
    }

    private void skipSrid() {
        if (text.regionMatches(true, position, "SRID=", 0, 5) && text.indexOf(';') >= 0) {
            position = text.indexOf(';') + 1;
        }
    }

    private String word() {
        peek();
        int begin = position;
        while (position < text.length() && Character.isLetter(text.charAt(position))) {
            position++;
        }
        return text.substring(begin, position).toUpperCase(Locale.ROOT);
    }

    private void expect(char character) throws Malformed {
        if (peek() != character) {
            throw malformed();
        }
        position++;
    }

    /** The next character that is no white space, 0 at the end. */
    private char peek() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position < text.length() ? text.charAt(position) : 0;
    }

    private Malformed malformed() {
        return new Malformed(position + 1);
    }
}
