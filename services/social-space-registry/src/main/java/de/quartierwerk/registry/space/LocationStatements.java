package de.quartierwerk.registry.space;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.geom.Envelope;

/** What an index of all places is made of. */
@ApplicationScoped
class LocationStatements {
    private static final int FETCHED_AT_ONCE = 2_000;

    private final Jdbi jdbi;

    LocationStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Gives all spaces that have a boundary, the smaller ones first. */
    void forEach(Consumer<LocationIndex.Place> consumer) {
        jdbi.useHandle(handle -> handle.select("""
                        select s.id, s.level, s.valid_from, s.valid_to, s.west, s.south, s.east, s.north
                        from space s join space_level l on l.code = s.level
                        where s.west is not null
                        order by l.rank desc, s.area_square_metres, s.key
                        """)
                .setFetchSize(FETCHED_AT_ONCE)
                .map((row, context) -> new LocationIndex.Place(
                        row.getLong("id"),
                        row.getString("level"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        new Envelope(
                                row.getDouble("west"),
                                row.getDouble("east"),
                                row.getDouble("south"),
                                row.getDouble("north"))))
                .forEach(consumer));
    }
}
