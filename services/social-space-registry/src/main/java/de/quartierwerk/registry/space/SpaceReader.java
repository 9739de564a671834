package de.quartierwerk.registry.space;

import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.registry.level.LevelService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Reads spaces; anybody may. */
@ApplicationScoped
class SpaceReader {
    private final SpaceRepository spaces;
    private final BoundaryRepository boundaries;
    private final SpaceStatements statements;
    private final LevelService levels;

    SpaceReader(
            SpaceRepository spaces, BoundaryRepository boundaries, SpaceStatements statements, LevelService levels) {
        this.spaces = spaces;
        this.boundaries = boundaries;
        this.statements = statements;
        this.levels = levels;
    }

    @Transactional
    Space get(String key, LocalDate asOf) {
        return spaces.findAt(key, asOf)
                .map(SpaceEntity::toSpace)
                .orElseThrow(() -> new NotFound("space.unknown", key, asOf));
    }

    @Transactional
    SpaceFeature feature(String key, LocalDate asOf) {
        Space space = get(key, asOf);
        StoredBoundary boundary = boundaries.findById(space.id());
        return SpaceFeature.of(space, boundary == null ? null : boundary.geometry());
    }

    /**
     * Lists spaces in the order of their keys.
     *
     * @param afterKey key after which the page begins, empty at the start
     */
    @Transactional
    Page<Space> list(SpaceFilter filter, String afterKey, int limit) {
        requireKnown(filter);
        return Page.of(statements.list(filter, afterKey, limit + 1), limit, space -> List.of(space.key()));
    }

    /** The same with exact boundaries. */
    @Transactional
    SpaceFeatureCollection features(SpaceFilter filter, String afterKey, int limit) {
        Page<Space> page = list(filter, afterKey, limit);
        return SpaceFeatureCollection.of(
                page, statements.boundaries(page.items().stream().map(Space::id).toList()));
    }

    /**
     * The space that contains a position; without a level the one of the smallest level. On an edge that two spaces
     * share it is the smaller one.
     */
    @Transactional
    Space locate(double lon, double lat, @Nullable String level, LocalDate asOf) {
        requireKnownLevel(level);
        Point point = new GeometryFactory().createPoint(new Coordinate(lon, lat));
        return statements.touching(new Envelope(point.getCoordinate()), level, asOf).stream()
                .filter(candidate -> candidate.boundary().covers(point))
                .map(SpaceStatements.Bounded::space)
                .findFirst()
                .orElseThrow(() -> new NotFound("space.none-here", lon, lat, asOf));
    }

    private void requireKnown(SpaceFilter filter) {
        requireKnownLevel(filter.level());
        if (filter.parent() != null && !spaces.exists(filter.parent())) {
            throw new NotFound("space.unknown", filter.parent(), filter.asOf());
        }
    }

    private void requireKnownLevel(@Nullable String level) {
        if (level != null && !levels.exists(level)) {
            throw new NotFound("level.unknown", level);
        }
    }
}
