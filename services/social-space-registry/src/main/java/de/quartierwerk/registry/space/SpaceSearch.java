package de.quartierwerk.registry.space;

import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.registry.boundary.Boundary;
import de.quartierwerk.registry.boundary.BoundaryReader;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.Measure;
import de.quartierwerk.registry.space.SearchRequest.Relation;
import de.quartierwerk.registry.space.SpaceStatements.Bounded;
import de.quartierwerk.registry.validity.Days;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Finds spaces by areas: those that lie to an area in some way, and those that a space overlaps. */
@ApplicationScoped
class SpaceSearch {
    /** Less comes from the arithmetic; square metres. */
    private static final double SMALLEST_OVERLAP = 1;

    private final SpaceReader reader;
    private final SpaceStatements statements;

    SpaceSearch(SpaceReader reader, SpaceStatements statements) {
        this.reader = reader;
        this.statements = statements;
    }

    /** Spaces that lie to an area as asked, in the order of their keys, from the one after that key on. */
    @Transactional
    Page<SpaceShare> search(SearchRequest request, LocalDate today, String after, int limit) {
        reader.requireKnownLevel(request.level());
        List<InputError> errors = new ArrayList<>();
        Days.check("/asOf", request.asOf(), errors);
        Optional<Crs> crs = Locations.crs(request.crs(), errors);
        Geometry area = crs.map(system -> area(request, system, errors)).orElse(null);
        if (area == null || !errors.isEmpty()) {
            throw new Invalid("space.search-invalid", errors);
        }
        Shares shares = new Shares(area, request.relationOrDefault(), 0);
        LocalDate day = request.asOf() == null ? today : request.asOf();
        return page(shares, request.level(), day, after, limit);
    }

    /** Spaces that a space overlaps, in the order of their keys; of all levels without one. */
    @Transactional
    Page<SpaceShare> overlaps(String key, @Nullable String level, LocalDate day, String after, int limit) {
        reader.requireKnownLevel(level);
        Space space = reader.get(key, day);
        Geometry boundary = statements.boundaries(List.of(space.id())).get(space.id());
        if (boundary == null) {
            throw new Conflict("space.no-boundary", key, day);
        }
        Shares shares = new Shares(boundary, Relation.INTERSECTS, SMALLEST_OVERLAP, space.id());
        return page(shares, level, day, after, limit);
    }

    private Page<SpaceShare> page(Shares shares, @Nullable String level, LocalDate day, String after, int limit) {
        List<SpaceShare> found =
                statements.inBox(shares.area.getEnvelopeInternal(), level, day, after, limit + 1, shares::share);
        return Page.of(found, limit, share -> List.of(share.key()));
    }

    private static @Nullable Geometry area(SearchRequest request, Crs crs, List<InputError> errors) {
        BoundaryReader.Reading reading = new BoundaryReader(crs, true).read(request.geometry());
        reading.faults()
                .forEach(fault -> errors.add(InputError.at(
                        "/geometry",
                        fault.code(),
                        fault.value(),
                        fault.arguments().toArray())));
        Boundary boundary = reading.boundary();
        if (boundary == null) {
            return null;
        }
        int positions = boundary.geometry().getNumPoints();
        if (positions > SearchRequest.MOST_POSITIONS) {
            errors.add(InputError.at(
                    "/geometry",
                    "space.geometry-too-large",
                    Integer.toString(positions),
                    SearchRequest.MOST_POSITIONS));
        }
        return boundary.geometry();
    }

    /** Compares spaces with one area. */
    private static final class Shares {
        private final Geometry area;
        private final Relation relation;
        private final double smallest;
        private final long left;
        private final Measure measure = new Measure();
        private final PreparedGeometry prepared;
        private final double squareMetres;

        Shares(Geometry area, Relation relation, double smallest) {
            this(area, relation, smallest, 0);
        }

        /** Leaves one space out. */
        Shares(Geometry area, Relation relation, double smallest, long left) {
            this.area = area;
            this.relation = relation;
            this.smallest = smallest;
            this.left = left;
            this.prepared = PreparedGeometryFactory.prepare(area);
            this.squareMetres = measure.squareMetres(area);
        }

        /** What a space has in common with the area; empty where it does not lie to it as asked. */
        Optional<SpaceShare> share(Bounded candidate) {
            Geometry boundary = candidate.boundary();
            if (candidate.space().id() == left || !holds(boundary)) {
                return Optional.empty();
            }
            double own = measure.squareMetres(boundary);
            double common = prepared.covers(boundary) ? own : measure.squareMetres(Measure.common(area, boundary));
            if (common < smallest) {
                return Optional.empty();
            }
            Space space = candidate.space();
            return Optional.of(new SpaceShare(
                    space.key(),
                    space.name(),
                    space.level(),
                    Measure.rounded(common),
                    Measure.share(Math.min(1, common / squareMetres)),
                    Measure.share(Math.min(1, common / own))));
        }

        private boolean holds(Geometry boundary) {
            return switch (relation) {
                case INTERSECTS -> prepared.intersects(boundary);
                case WITHIN -> prepared.covers(boundary);
                case COVERS -> boundary.covers(area);
            };
        }
    }
}
