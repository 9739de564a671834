package de.quartierwerk.registry.space;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Where all spaces of one state of the registry lie: their boxes, about 100 bytes each, and the spaces and boundaries
 * that were asked for last.
 */
final class LocationIndex {
    private static final int BYTES_OF_BOUNDARIES = 16 << 20;
    private static final int BYTES_OF_A_SPACE = 1_500;
    private static final int BYTES_OF_A_POSITION = 16;

    private final String state;
    private final HPRtree boxes = new HPRtree();
    private final Map<Object, Object> distinct = new HashMap<>();
    private final Cache<Long, Located> located = Caffeine.newBuilder()
            .maximumWeight(BYTES_OF_BOUNDARIES)
            .weigher((Long id, Located space) -> space.bytes())
            .build();

    private int added;

    /** An empty index of a state of the registry. */
    LocationIndex(String state) {
        this.state = state;
    }

    /** A space and the box of its boundary. */
    record Place(
            long id,
            String level,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Envelope box) {}

    /** A space with its boundary. */
    record Located(Space space, Geometry boundary) {
        int bytes() {
            return BYTES_OF_A_SPACE + BYTES_OF_A_POSITION * boundary.getNumPoints();
        }
    }

    /** What is kept of a place; those with lower numbers are smaller. */
    private record Entry(
            int number,
            long id,
            String level,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        boolean holds(@Nullable String ofLevel, LocalDate day) {
            return (ofLevel == null || ofLevel.equals(level))
                    && !day.isBefore(validFrom)
                    && (validTo == null || !day.isAfter(validTo));
        }
    }

    /** Adds a place; the smaller ones come first. */
    void add(Place place) {
        boxes.insert(
                place.box(),
                new Entry(
                        added++,
                        place.id(),
                        once(place.level()),
                        once(place.validFrom()),
                        place.validTo() == null ? null : once(place.validTo())));
    }

    /** Levels and days are few; each is kept once. */
    @SuppressWarnings("unchecked")
    private <T> T once(T value) {
        return (T) distinct.computeIfAbsent(value, same -> same);
    }

    /** Ends the adding. */
    LocationIndex built() {
        boxes.build();
        return this;
    }

    /** Whether it is of this state of the registry. */
    boolean isOf(String other) {
        return state.equals(other);
    }

    /** The ids of the spaces whose box contains a position, the smaller ones first. */
    List<Long> around(Coordinate position, @Nullable String level, LocalDate day) {
        List<?> found = boxes.query(new Envelope(position));
        return found.stream()
                .map(Entry.class::cast)
                .filter(entry -> entry.holds(level, day))
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .map(Entry::id)
                .toList();
    }

    /**
     * Spaces by their ids.
     *
     * @param load gives those that are not kept
     */
    Map<Long, Located> located(Collection<Long> ids, Function<Collection<Long>, Map<Long, Located>> load) {
        return located.getAll(ids, missing -> load.apply(List.copyOf(missing)));
    }
}
