package de.quartierwerk.funding.application;

import de.quartierwerk.kit.problem.Invalid;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/**
 * Place of an application in the list, which begins with the newest.
 *
 * @param createdAt instant of the draft, as PostgreSQL reads it
 * @param id id of the application
 */
record Place(String createdAt, String id) {

    /** Before all. */
    static final Place START = new Place("infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff");

    static Place of(ApplicationView view) {
        return new Place(view.createdAt().toString(), view.id().toString());
    }

    /** From the values of a cursor; none is the start. */
    static Place of(List<String> cursor) {
        if (cursor.isEmpty()) {
            return START;
        }
        try {
            return new Place(
                    Instant.parse(cursor.get(0)).toString(),
                    UUID.fromString(cursor.get(1)).toString());
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw Invalid.parameter("cursor", cursor, "page.cursor-malformed");
        }
    }

    List<String> cursor() {
        return List.of(createdAt, id);
    }
}
