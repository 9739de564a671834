package de.quartierwerk.registry.boundary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;

/**
 * A boundary as a file delivers it, before anything of it is checked: rings need not be closed, numbers need not be
 * any.
 *
 * @param polygons rings of each polygon, the outer one first
 * @param heights whether positions had heights or measures, which are left out
 * @param tooLarge whether it has more positions or rings than there is room for, and none of them was kept
 */
public record DeliveredBoundary(List<List<Ring>> polygons, boolean heights, boolean tooLarge) {
    /** One for which there is no room. */
    public static final DeliveredBoundary TOO_LARGE = new DeliveredBoundary(List.of(), false, true);

    public DeliveredBoundary {
        polygons = polygons.stream().map(List::copyOf).toList();
    }

    /**
     * A ring.
     *
     * @param place where in the file's geometry it stands, as a JSON pointer
     * @param ordinates x and y of its positions in turn
     */
    public record Ring(String place, double[] ordinates) {
        int size() {
            return ordinates.length / 2;
        }

        double x(int position) {
            return ordinates[2 * position];
        }

        double y(int position) {
            return ordinates[2 * position + 1];
        }

        boolean closed() {
            return x(0) == x(size() - 1) && y(0) == y(size() - 1);
        }

        /** A position as it was delivered. */
        String shown(int position) {
            return plain(x(position)) + " " + plain(y(position));
        }
    }

    /**
     * Polygons with the rings that they consist of, in the order of a file that lists them.
     *
     * @param heights whether positions had heights or measures
     */
    public static DeliveredBoundary of(List<List<double[]>> polygons, boolean heights) {
        List<List<Ring>> named = new ArrayList<>();
        for (int i = 0; i < polygons.size(); i++) {
            List<Ring> rings = new ArrayList<>();
            for (int j = 0; j < polygons.get(i).size(); j++) {
                rings.add(new Ring("/" + i + "/" + j, polygons.get(i).get(j)));
            }
            named.add(rings);
        }
        return new DeliveredBoundary(named, heights, false);
    }

    /** How many positions all rings have together. */
    public int countPositions() {
        return rings().mapToInt(Ring::size).sum();
    }

    /** The memory that it takes, in positions. */
    public int weight() {
        return countPositions() + BoundaryRoom.POSITIONS_OF_A_PART * (int) rings().count();
    }

    /** Whether all its numbers are some. */
    boolean isFinite() {
        return rings().flatMapToDouble(ring -> Arrays.stream(ring.ordinates())).allMatch(Double::isFinite);
    }

    Stream<Ring> rings() {
        return polygons.stream().flatMap(List::stream);
    }

    /** Box around all positions, in the file's own numbers. */
    Envelope box() {
        Envelope box = new Envelope();
        rings().forEach(ring -> {
            for (int i = 0; i < ring.size(); i++) {
                box.expandToInclude(ring.x(i), ring.y(i));
            }
        });
        return box;
    }

    /** A number without needless zeros. */
    static String plain(double number) {
        long whole = (long) number;
        return whole == number && Math.abs(number) < 1e15 ? Long.toString(whole) : Double.toString(number);
    }
}
