package de.quartierwerk.registry.space;

import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Reads spaces; anybody may. */
@ApplicationScoped
class SpaceReader {
    private final SpaceRepository spaces;

    SpaceReader(SpaceRepository spaces) {
        this.spaces = spaces;
    }

    Space get(String key, LocalDate asOf) {
        return spaces.findAt(key, asOf).orElseThrow(() -> new NotFound("space.unknown", key, asOf));
    }

    Optional<Geometry> boundary(Space space) {
        return Optional.ofNullable(spaces.boundaries(List.of(space.id())).get(space.id()));
    }

    Page<Space> list(SpaceFilter filter, List<String> after, int limit) {
        String afterKey = after.isEmpty() ? "" : after.get(0);
        return Page.of(spaces.list(filter, afterKey, limit + 1), limit, space -> List.of(space.key()));
    }

    Map<Long, Geometry> boundaries(Page<Space> page) {
        return spaces.boundaries(page.items().stream().map(Space::id).toList());
    }

    /**
     * The space that contains a position; without a level the one of the smallest level. On an edge that two spaces
     * share it is the smaller one.
     */
    @Transactional
    Space locate(double lon, double lat, String level, LocalDate asOf) {
        Point point = new GeometryFactory().createPoint(new Coordinate(lon, lat));
        return spaces.touching(new Envelope(point.getCoordinate()), level, asOf).stream()
                .filter(candidate -> candidate.boundary().covers(point))
                .map(SpaceRepository.Bounded::space)
                .findFirst()
                .orElseThrow(() -> new NotFound("space.none-here", lon, lat, asOf));
    }
}
