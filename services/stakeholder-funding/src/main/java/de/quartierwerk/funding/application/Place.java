package de.quartierwerk.funding.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Place of an application in the list, which begins with the newest.
 *
 * @param createdAt instant of the draft
 * @param id id of the application
 */
record Place(Instant createdAt, UUID id) {

    /** Before all. */
    static final Place START = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    static Place of(ApplicationResponse application) {
        return new Place(application.createdAt(), application.id());
    }

    /** From the values of a cursor; throws an unchecked exception where they are no place. */
    static Place of(List<String> cursor) {
        return new Place(Instant.parse(cursor.get(0)), UUID.fromString(cursor.get(1)));
    }

    List<String> cursor() {
        return List.of(createdAt.toString(), id.toString());
    }
}
