package de.quartierwerk.registry.boundary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Dimension;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.IntersectionMatrix;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsSimpleOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Finds everything that makes the shape of a geometry invalid, ring by ring and part by part. */
final class ShapeFaults {
    /** More places of one ring help nobody. */
    private static final int SHOWN = 10;

    private final OtherReadings file;

    ShapeFaults(OtherReadings file) {
        this.file = file;
    }

    /** Adds the faults of an invalid geometry, at least the one that is known already. */
    void addTo(Geometry geometry, TopologyValidationError known, List<BoundaryFault> faults) {
        int before = faults.size();
        List<Polygon> valid = new ArrayList<>();
        Set<Geometry> different = new HashSet<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Polygon part = (Polygon) geometry.getGeometryN(i);
            if (!different.add(part.norm())) {
                add("geometry-part-doubled", part.getCoordinate(), faults);
            } else if (addPart(part, faults)) {
                valid.add(part);
            }
        }
        addBetween(valid, faults);
        if (faults.size() == before) {
            add(known, faults);
        }
    }

    /** Adds the fault that is known. */
    void add(TopologyValidationError known, List<BoundaryFault> faults) {
        add(code(known, true), known.getCoordinate(), faults);
    }

    /** Adds the faults of a part; answers whether it has none. */
    private boolean addPart(Polygon part, List<BoundaryFault> faults) {
        int before = faults.size();
        addCrossings(part.getExteriorRing(), faults);
        for (int i = 0; i < part.getNumInteriorRing(); i++) {
            addCrossings(part.getInteriorRingN(i), faults);
        }
        TopologyValidationError fault = faults.size() == before ? new IsValidOp(part).getValidationError() : null;
        if (fault != null) {
            add(code(fault, false), fault.getCoordinate(), faults);
        }
        return faults.size() == before;
    }

    /** Adds parts that lie in others, and those that overlap. */
    private void addBetween(List<Polygon> parts, List<BoundaryFault> faults) {
        int most = faults.size() + SHOWN;
        STRtree before = new STRtree();
        parts.forEach(part -> before.insert(part.getEnvelopeInternal(), part));
        Set<Polygon> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Polygon part : parts) {
            seen.add(part);
            for (Object near : before.query(part.getEnvelopeInternal())) {
                Polygon other = (Polygon) near;
                if (!seen.contains(other) && faults.size() < most) {
                    addBetween(part, other, faults);
                }
            }
        }
    }

    private void addBetween(Polygon part, Polygon other, List<BoundaryFault> faults) {
        IntersectionMatrix relation = part.relate(other);
        if (relation.isCovers() || relation.isCoveredBy()) {
            Polygon inner = relation.isCovers() ? other : part;
            add("geometry-parts-nested", inner.getInteriorPoint().getCoordinate(), faults);
        } else if (relation.isOverlaps(Dimension.A, Dimension.A)) {
            Geometry both = OverlayNGRobust.overlay(part, other, OverlayNG.INTERSECTION);
            add("geometry-parts-overlap", both.getInteriorPoint().getCoordinate(), faults);
        }
    }

    private void addCrossings(Geometry ring, List<BoundaryFault> faults) {
        IsSimpleOp crossings = new IsSimpleOp(ring);
        crossings.setFindAllLocations(true);
        crossings.getNonSimpleLocations().stream()
                .distinct()
                .limit(SHOWN)
                .forEach(place -> add("geometry-invalid", place, faults));
    }

    private void add(String code, Coordinate position, List<BoundaryFault> faults) {
        LonLat place = LonLat.of(position);
        faults.add(BoundaryFault.of(code, file.inFile(place), place, place.lon(), place.lat()));
    }

    private static String code(TopologyValidationError fault, boolean betweenParts) {
        return switch (fault.getErrorType()) {
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "geometry-hole-outside";
            case TopologyValidationError.NESTED_HOLES -> "geometry-holes-nested";
            case TopologyValidationError.NESTED_SHELLS -> "geometry-parts-nested";
            case TopologyValidationError.DUPLICATE_RINGS -> "geometry-part-doubled";
            default -> betweenParts ? "geometry-parts-overlap" : "geometry-invalid";
        };
    }
}
