package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.LonLat;
import org.locationtech.jts.shape.fractal.HilbertCode;

/** Numbers of places along a Hilbert curve over Germany: what lies together has numbers close together. */
final class Place {
    private static final int LEVEL = 15;
    private static final int LAST = (1 << LEVEL) - 1;
    private static final double WEST = 5.5;
    private static final double SOUTH = 47.2;
    private static final double DEGREES = 10.1;

    private Place() {}

    static int of(LonLat position) {
        return HilbertCode.encode(LEVEL, step(position.lon() - WEST), step(position.lat() - SOUTH));
    }

    private static int step(double degrees) {
        return (int) Math.max(0, Math.min(LAST, Math.round(degrees / DEGREES * LAST)));
    }
}
