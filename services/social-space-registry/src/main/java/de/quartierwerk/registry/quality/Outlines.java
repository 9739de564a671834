package de.quartierwerk.registry.quality;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Joins areas. Those that fit their neighbours are joined by dropping shared edges, which is fast; only the others are
 * overlaid.
 */
final class Outlines {
    private static final int AT_ONCE = 500;

    private List<Geometry> fitting = new ArrayList<>();
    private final List<Geometry> others = new ArrayList<>();

    void add(Geometry area, boolean fits) {
        if (!fits) {
            others.add(area);
            return;
        }
        fitting.add(area);
        if (fitting.size() >= AT_ONCE) {
            fitting = new ArrayList<>(List.of(joined(fitting)));
        }
    }

    boolean isEmpty() {
        return fitting.isEmpty() && others.isEmpty();
    }

    /** Whether all of them fit their neighbours. */
    boolean fit() {
        return others.isEmpty();
    }

    /** All areas as one; there is at least one. */
    Geometry union() {
        List<Geometry> all = new ArrayList<>(others);
        if (!fitting.isEmpty()) {
            all.add(joined(fitting));
        }
        return all.size() == 1 ? all.get(0) : OverlayNGRobust.union(all);
    }

    private static Geometry joined(List<Geometry> areas) {
        if (areas.size() == 1) {
            return areas.get(0);
        }
        try {
            return CoverageUnion.union(areas.toArray(Geometry[]::new));
        } catch (TopologyException e) {
            return OverlayNGRobust.union(areas);
        }
    }
}
