package de.quartierwerk.registry.space;

import de.quartierwerk.registry.boundary.SameBoundary;
import de.quartierwerk.registry.boundary.Wkb;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;

/** The boundary (Grenze) of a space: exact, and simplified for maps together with its neighbours. */
@Entity
@Table(name = "space_boundary")
class StoredBoundary {
    /** Metres; as for imports that name none. */
    private static final double TOLERANCE = 0.05;

    @Id
    long spaceId;

    byte[] wkb;
    byte[] hash;
    byte[] mapWkb;

    /** Tolerance of the simplification in metres. */
    double mapTolerance;

    void set(Geometry exact, Geometry onMap, double tolerance) {
        wkb = Wkb.write(exact);
        hash = SameBoundary.hash(exact);
        mapWkb = Wkb.write(onMap);
        mapTolerance = tolerance;
    }

    /** The same boundary for another space. */
    StoredBoundary copyFor(long otherSpace) {
        StoredBoundary copy = new StoredBoundary();
        copy.spaceId = otherSpace;
        copy.wkb = wkb.clone();
        copy.hash = hash.clone();
        copy.mapWkb = mapWkb.clone();
        copy.mapTolerance = mapTolerance;
        return copy;
    }

    boolean isEqualTo(Geometry geometry) {
        return Arrays.equals(hash, SameBoundary.hash(geometry)) || SameBoundary.within(geometry(), geometry, TOLERANCE);
    }

    Geometry geometry() {
        return Wkb.read(wkb);
    }
}
