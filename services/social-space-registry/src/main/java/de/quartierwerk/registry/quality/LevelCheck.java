package de.quartierwerk.registry.quality;

import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.boundary.Measure;
import de.quartierwerk.registry.quality.Neighbours.Bounded;
import de.quartierwerk.registry.quality.QualityStatements.Indexed;
import de.quartierwerk.registry.quality.QualityStatements.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HilbertEncoder;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Checks the boundaries of one level, parent by parent and in portions of neighbours, so that a level of any size takes
 * the memory of its index, of a portion and of outlines.
 */
final class LevelCheck {
    private static final int PORTION = 1_000;
    private static final int HILBERT_LEVEL = 12;
    private static final int MOST_KEYS = 20;

    private final Level level;
    private final LocalDate day;
    private final QualityStatements statements;
    private final Irregularities found;
    private final Measure measure = new Measure();
    private final Neighbours neighbours;
    private final PartCheck parts;
    private final ParentCheck parents;
    private final STRtree index = new STRtree();
    private final Outlines outlines = new Outlines();

    /** What was joined of the present parent's children so far. */
    private Outlines siblings = new Outlines();

    private double smallest = Double.POSITIVE_INFINITY;

    LevelCheck(Level level, LocalDate day, QualityStatements statements, Irregularities found) {
        this.level = level;
        this.day = day;
        this.statements = statements;
        this.found = found;
        this.neighbours = new Neighbours(level.code(), measure, found);
        this.parts = new PartCheck(level.code(), measure, found);
        this.parents = new ParentCheck(level, statements, measure, found);
    }

    void check(List<Indexed> spaces) {
        for (Indexed space : spaces) {
            if (!space.hasBoundary()) {
                found.add(Irregularity.of(Irregularity.Kind.NO_BOUNDARY, level.code(), space.key(), null));
                parents.addWithoutBoundary(space);
            }
        }
        List<Indexed> bounded = inOrder(spaces);
        if (bounded.isEmpty()) {
            return;
        }
        bounded.forEach(space -> index.insert(space.box(), space));
        int firstOfParent = 0;
        for (int start = 0; start < bounded.size(); start += PORTION) {
            int end = Math.min(bounded.size(), start + PORTION);
            Map<Long, Geometry> boundaries = boundaries(bounded.subList(start, end));
            for (int i = start; i < end; i++) {
                check(bounded.get(i), boundaries);
                boolean last = i + 1 == bounded.size()
                        || !Objects.equals(
                                bounded.get(i).parent(), bounded.get(i + 1).parent());
                if (last) {
                    endParent(bounded.subList(firstOfParent, i + 1));
                    firstOfParent = i + 1;
                }
            }
        }
        if (!outlines.isEmpty()) {
            findGaps(outlines.union());
        }
    }

    /** By parent, then as the Hilbert curve meets them, so that a portion has few neighbours outside. */
    private static List<Indexed> inOrder(List<Indexed> spaces) {
        List<Indexed> bounded = spaces.stream().filter(Indexed::hasBoundary).toList();
        Envelope all = new Envelope();
        bounded.forEach(space -> all.expandToInclude(space.box()));
        HilbertEncoder curve = new HilbertEncoder(HILBERT_LEVEL, all);
        return bounded.stream()
                .sorted(Comparator.comparing((Indexed space) -> space.parent() == null ? "" : space.parent())
                        .thenComparingInt(space -> curve.encode(space.box())))
                .toList();
    }

    private Map<Long, Geometry> boundaries(List<Indexed> portion) {
        Set<Long> ids = new HashSet<>();
        portion.forEach(space -> around(space.box()).forEach(near -> ids.add(near.id())));
        return statements.boundaries(ids);
    }

    private void check(Indexed space, Map<Long, Geometry> boundaries) {
        Geometry boundary = boundaries.get(space.id());
        if (boundary == null) {
            return;
        }
        parts.check(space.key(), boundary);
        List<Bounded> near = new ArrayList<>();
        for (Indexed other : around(space.box())) {
            Geometry theirs = boundaries.get(other.id());
            if (other.id() != space.id() && theirs != null) {
                near.add(new Bounded(other.key(), theirs));
            }
        }
        siblings.add(boundary, neighbours.check(new Bounded(space.key(), boundary), near));
        smallest = Math.min(smallest, boundary.getArea());
    }

    private void endParent(List<Indexed> children) {
        if (siblings.isEmpty()) {
            return;
        }
        Geometry union = siblings.union();
        outlines.add(union, siblings.fit());
        String parent = children.get(0).parent();
        if (parent != null) {
            statements
                    .boundary(parent, day)
                    .ifPresent(boundary -> parents.check(parent, boundary, children, union, smallest));
        }
        siblings = new Outlines();
        smallest = Double.POSITIVE_INFINITY;
    }

    /** Holes of the level as a whole, but those that a parent told of, or that lie within one space. */
    private void findGaps(Geometry union) {
        for (Polygon polygon : Measure.polygons(union)) {
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                checkGap(union.getFactory().createPolygon(polygon.getInteriorRingN(hole)));
            }
        }
    }

    private void checkGap(Polygon gap) {
        double area = measure.squareMetres(gap);
        if (!found.tells(area)) {
            return;
        }
        LonLat place = LonLat.of(gap.getInteriorPoint().getCoordinate());
        if (parents.isUncovered(gap.getInteriorPoint().getCoordinate())) {
            return;
        }
        List<String> keys = touching(gap);
        if (keys.size() > 1) {
            found.add(new Irregularity(Irregularity.Kind.GAP, level.code(), keys, null, area, 0, place, gap, null));
        }
    }

    private List<String> touching(Polygon gap) {
        List<Indexed> near = around(gap.getEnvelopeInternal());
        List<String> keys = new ArrayList<>();
        Map<Long, Geometry> boundaries = statements.boundaries(
                near.stream().limit(PORTION).map(Indexed::id).toList());
        for (Indexed space : near) {
            Geometry boundary = boundaries.get(space.id());
            if (keys.size() < MOST_KEYS && boundary != null && boundary.intersects(gap)) {
                keys.add(space.key());
            }
        }
        return keys;
    }

    private List<Indexed> around(Envelope box) {
        List<?> near = index.query(box);
        return near.stream().map(Indexed.class::cast).toList();
    }
}
