package de.quartierwerk.registry.space;

import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.registry.boundary.Boundary;
import de.quartierwerk.registry.boundary.BoundaryFault;
import de.quartierwerk.registry.boundary.BoundaryReader;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.MapCoverage;
import de.quartierwerk.registry.placement.Overlaps;
import de.quartierwerk.registry.placement.PlaceInParent;
import de.quartierwerk.registry.placement.Placed;
import de.quartierwerk.registry.placement.PlacementFault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Boundaries of single spaces: checked as those of an import are, and simplified for maps. */
@ApplicationScoped
class SpaceBoundaries {
    private final SpaceRepository spaces;
    private final BoundaryRepository boundaries;
    private final SpaceStatements statements;
    private final Messages messages;
    private final CallerLanguage language;

    SpaceBoundaries(
            SpaceRepository spaces,
            BoundaryRepository boundaries,
            SpaceStatements statements,
            Messages messages,
            CallerLanguage language) {
        this.spaces = spaces;
        this.boundaries = boundaries;
        this.statements = statements;
        this.messages = messages;
        this.language = language;
    }

    /** Whether the space has the boundary already; no boundary leaves it as it is. */
    boolean has(Space space, @Nullable Boundary boundary) {
        if (boundary == null) {
            return true;
        }
        StoredBoundary present = boundaries.findById(space.id());
        return present != null && present.isEqualTo(boundary.geometry());
    }

    /** Gives a space the boundary that another one has, if it has any. */
    void copy(SpaceEntity from, SpaceEntity to) {
        StoredBoundary same = boundaries.findById(from.id);
        if (same != null) {
            boundaries.persist(same.copyFor(to.id));
        }
    }

    /**
     * Gives a space a boundary, simplified together with its neighbours', so that shared edges stay shared on the map.
     *
     * @return what somebody should look at
     * @throws Invalid where the boundary cannot be right beside its parent and its neighbours
     */
    List<SpaceWarning> set(SpaceEntity space, BoundaryReader.@Nullable Reading reading) {
        if (reading == null || reading.boundary() == null) {
            return List.of();
        }
        Boundary boundary = reading.boundary();
        List<SpaceStatements.Bounded> neighbours =
                statements.touching(boundary.box(), space.level, space.validFrom).stream()
                        .filter(neighbour -> !neighbour.space().key().equals(space.key))
                        .toList();
        List<BoundaryFault> warnings = new ArrayList<>(reading.warnings());
        warnings.addAll(check(space, boundary, neighbours));
        store(space, boundary, neighbours);
        return warnings.stream().map(this::warning).toList();
    }

    private List<BoundaryFault> check(SpaceEntity space, Boundary boundary, List<SpaceStatements.Bounded> neighbours) {
        Placed own = new Placed(
                1,
                space.key,
                space.parent,
                null,
                boundary.geometry(),
                boundary.areaSquareMetres().doubleValue(),
                space.validFrom,
                space.validTo);
        List<PlacementFault> found = new ArrayList<>();
        new PlaceInParent(Crs.EPSG_4326, false, List::of)
                .check(own, boundaryOfParent(space))
                .ifPresent(found::add);
        List<Placed> around = neighbours.stream().map(SpaceBoundaries::placed).toList();
        Overlaps.find(List.of(own), around, true, overlap -> found.add(overlap.fault()));
        List<InputError> errors = found.stream()
                .filter(PlacementFault::grave)
                .map(PlacementFault::fault)
                .map(fault -> InputError.at(
                        "/geometry",
                        fault.code(),
                        fault.value(),
                        fault.arguments().toArray()))
                .toList();
        if (!errors.isEmpty()) {
            throw new Invalid("space.invalid", errors, space.key);
        }
        return found.stream().map(PlacementFault::fault).toList();
    }

    private @Nullable PreparedGeometry boundaryOfParent(SpaceEntity space) {
        return space.parent == null
                ? null
                : spaces.findAt(space.parent, space.validFrom)
                        .map(parent -> boundaries.findById(parent.id))
                        .map(boundary -> PreparedGeometryFactory.prepare(boundary.geometry()))
                        .orElse(null);
    }

    private static Placed placed(SpaceStatements.Bounded neighbour) {
        Space space = neighbour.space();
        double area =
                space.areaSquareMetres() == null ? 0 : space.areaSquareMetres().doubleValue();
        return new Placed(
                0, space.key(), space.parent(), null, neighbour.boundary(), area, space.validFrom(), space.validTo());
    }

    private void store(SpaceEntity space, Boundary boundary, List<SpaceStatements.Bounded> neighbours) {
        List<Geometry> coverage = new ArrayList<>(List.of(boundary.geometry()));
        double tolerance = MapCoverage.tolerance(boundary.areaSquareMetres().doubleValue());
        for (SpaceStatements.Bounded neighbour : neighbours) {
            coverage.add(neighbour.boundary());
            tolerance = neighbour.mapTolerance();
        }
        Geometry onMap = new MapCoverage().simplify(coverage, tolerance).get(0);
        space.extent = SpaceEntity.Extent.of(boundary);
        StoredBoundary stored = boundaries.findById(space.id);
        if (stored == null) {
            stored = new StoredBoundary();
            stored.spaceId = space.id;
            stored.set(boundary.geometry(), onMap, tolerance);
            boundaries.persist(stored);
        } else {
            stored.set(boundary.geometry(), onMap, tolerance);
        }
    }

    private SpaceWarning warning(BoundaryFault fault) {
        return new SpaceWarning(
                fault.code(),
                fault.value(),
                fault.place(),
                messages.text(language.locale(), fault.code(), fault.arguments().toArray()));
    }
}
