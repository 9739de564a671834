package de.quartierwerk.registry.quality;

import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.boundary.Measure;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Looks at the parts of which a boundary consists. */
final class PartCheck {
    private static final int MANY = 10;
    private static final double METRES_PER_DEGREE = 111_320;

    private final String level;
    private final Measure measure;
    private final Irregularities found;

    PartCheck(String level, Measure measure, Irregularities found) {
        this.level = level;
        this.measure = measure;
        this.found = found;
    }

    void check(String key, Geometry boundary) {
        if (boundary.getNumGeometries() > MANY) {
            LonLat place = LonLat.of(boundary.getInteriorPoint().getCoordinate());
            found.add(Irregularity.of(Irregularity.Kind.MANY_PARTS, level, key, place));
        }
        for (int i = 0; i < boundary.getNumGeometries(); i++) {
            checkWidth(key, boundary, boundary.getGeometryN(i));
        }
    }

    /** A part is narrow if nothing is left of it half a metre inside its edge. */
    private void checkWidth(String key, Geometry boundary, Geometry part) {
        if (meanWidth(part) >= 2) {
            return;
        }
        Geometry metres = measure.inMetres(part);
        double area = metres.getArea();
        if (found.tells(area) && metres.buffer(-0.5).isEmpty()) {
            LonLat place = LonLat.of(part.getInteriorPoint().getCoordinate());
            found.add(new Irregularity(
                    Irregularity.Kind.SLIVER,
                    level,
                    List.of(key),
                    null,
                    area,
                    part.getArea() / boundary.getArea(),
                    place,
                    part,
                    null));
        }
    }

    /** About how many metres wide a part is: that of a strip of its area and edge. */
    private static double meanWidth(Geometry part) {
        double stretch = Math.cos(Math.toRadians(part.getEnvelopeInternal().getMinY()));
        return 2 * part.getArea() * stretch * METRES_PER_DEGREE / part.getLength();
    }
}
