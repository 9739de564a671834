package de.quartierwerk.kit.web;

import de.quartierwerk.kit.problem.PreconditionFailed;
import de.quartierwerk.kit.problem.PreconditionRequired;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;

/** Versions of things as entity tags, and the lost-update check with {@code If-Match} (RFC 9110). */
public final class ETags {

    private ETags() {}

    /** The tag of a version. */
    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Lets a change pass only if the caller has read the present version.
     *
     * @throws PreconditionRequired without {@code If-Match}: 428
     * @throws PreconditionFailed if it names another version: 412
     */
    public static void requireMatch(HttpHeaders headers, long currentVersion) {
        List<String> given = headers.getRequestHeader(HttpHeaders.IF_MATCH);
        if (given == null || given.isEmpty()) {
            throw new PreconditionRequired("precondition.required");
        }
        String current = '"' + Long.toString(currentVersion) + '"';
        boolean matches = given.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(current));
        if (!matches) {
            throw new PreconditionFailed("precondition.failed", current);
        }
    }
}
