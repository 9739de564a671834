package de.quartierwerk.registry.space;

import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.registry.level.LevelService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;

/** Reads spaces; anybody may. */
@ApplicationScoped
class SpaceReader {
    private static final int POSITIONS_WORTH_AN_INDEX = 10;

    private final SpaceRepository spaces;
    private final BoundaryRepository boundaries;
    private final SpaceStatements statements;
    private final SpaceListStatements lists;
    private final LevelService levels;
    private final LocationIndexes indexes;

    SpaceReader(
            SpaceRepository spaces,
            BoundaryRepository boundaries,
            SpaceStatements statements,
            SpaceListStatements lists,
            LevelService levels,
            LocationIndexes indexes) {
        this.spaces = spaces;
        this.boundaries = boundaries;
        this.statements = statements;
        this.lists = lists;
        this.levels = levels;
        this.indexes = indexes;
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
        return SpaceFeature.of(FoundSpace.of(space), boundary == null ? null : boundary.geometry());
    }

    /**
     * Lists spaces in the order of their keys, or the best first where a text is looked for.
     *
     * @param after key after which the page begins, empty at the start; with a text how many spaces come before it
     */
    @Transactional
    Page<FoundSpace> list(SpaceFilter filter, String after, int limit) {
        requireKnown(filter);
        if (filter.area() != null && filter.area().isEmpty()) {
            return new Page<>(List.of(), null);
        }
        String text = filter.text();
        if (text == null) {
            return Page.of(
                    lists.list(filter, after, limit + 1),
                    limit,
                    found -> List.of(found.space().key()));
        }
        int skipped = after.isEmpty() ? 0 : Integer.parseInt(after);
        return Page.of(
                lists.search(filter, text, skipped, limit + 1),
                limit,
                found -> List.of(Integer.toString(skipped + limit)));
    }

    /** The same with exact boundaries. */
    @Transactional
    SpaceFeatureCollection features(SpaceFilter filter, String after, int limit) {
        Page<FoundSpace> page = list(filter, after, limit);
        return SpaceFeatureCollection.of(
                page,
                statements.boundaries(
                        page.items().stream().map(found -> found.space().id()).toList()));
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

    /** For each position the space that contains it, as {@link #locate} finds it; null where none lies there. */
    @Transactional
    List<@Nullable Space> locate(List<Coordinate> positions, @Nullable String level, LocalDate asOf) {
        requireKnownLevel(level);
        LocationIndex index = indexes.present();
        List<List<Long>> around = positions.stream()
                .map(position -> index.around(position, level, asOf))
                .toList();
        Map<Long, Long> times =
                around.stream().flatMap(List::stream).collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        Map<Long, LocationIndex.Located> spaces = index.located(times.keySet(), this::load);
        Map<Long, PointOnGeometryLocator> areas = new HashMap<>();
        spaces.forEach((id, space) -> areas.put(id, locator(space.boundary(), times.getOrDefault(id, 0L))));
        List<@Nullable Space> found = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            Coordinate position = positions.get(i);
            found.add(around.get(i).stream()
                    .filter(id -> {
                        PointOnGeometryLocator area = areas.get(id);
                        return area != null && area.locate(position) != Location.EXTERIOR;
                    })
                    .findFirst()
                    .map(spaces::get)
                    .map(LocationIndex.Located::space)
                    .orElse(null));
        }
        return found;
    }

    private Map<Long, LocationIndex.Located> load(Collection<Long> ids) {
        Map<Long, Geometry> exact = statements.boundaries(ids);
        Map<Long, LocationIndex.Located> loaded = new HashMap<>();
        statements.byId(ids).forEach((id, space) -> {
            Geometry boundary = exact.get(id);
            if (boundary != null) {
                loaded.put(id, new LocationIndex.Located(space, boundary));
            }
        });
        return loaded;
    }

    /** For a few positions an index of the boundary would take longer than to walk along it. */
    private static PointOnGeometryLocator locator(Geometry boundary, long positions) {
        return positions < POSITIONS_WORTH_AN_INDEX
                ? new SimplePointInAreaLocator(boundary)
                : new IndexedPointInAreaLocator(boundary);
    }

    private void requireKnown(SpaceFilter filter) {
        requireKnownLevel(filter.level());
        if (filter.parent() != null && !spaces.exists(filter.parent())) {
            throw new NotFound("space.unknown", filter.parent(), filter.asOf());
        }
    }

    /** Refuses a level that the registry does not know. */
    void requireKnownLevel(@Nullable String level) {
        if (level != null && !levels.exists(level)) {
            throw new NotFound("level.unknown", level);
        }
    }
}
