package de.quartierwerk.kit.web;

import de.quartierwerk.kit.problem.PreconditionFailed;
import de.quartierwerk.kit.problem.PreconditionRequired;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which version of a thing the caller has read (RFC 9110, {@code If-Match}); a {@code @BeanParam} of every operation
 * that changes something existing. The service checks it in the transaction of the change.
 */
public class IfMatch {
    @HeaderParam("If-Match")
    @Parameter(
            name = "If-Match",
            description = "ETag of the version that was read; a change of another version answers 412",
            schema = @Schema(type = SchemaType.STRING),
            example = "\"1\"")
    List<String> tags = List.of();

    /**
     * Lets a change pass only if the caller names the present version.
     *
     * @throws PreconditionRequired without {@code If-Match}: 428
     * @throws PreconditionFailed if it names another version: 412
     */
    public void require(long version) {
        if (tags.isEmpty()) {
            throw new PreconditionRequired("precondition.required");
        }
        check(version);
    }

    /**
     * Lets a change pass if the caller names the present version, or none.
     *
     * @throws PreconditionFailed if it names another version: 412
     */
    public void check(long version) {
        String current = '"' + tag(version).getValue() + '"';
        if (!tags.isEmpty() && named().noneMatch(tag -> tag.equals("*") || tag.equals(current))) {
            throw new PreconditionFailed("precondition.failed", current);
        }
    }

    /**
     * Lets a thing be created if the caller does not name a version of it.
     *
     * @throws PreconditionFailed if it does, even {@code *}: 412
     */
    public void checkAbsent() {
        if (!tags.isEmpty()) {
            throw new PreconditionFailed("precondition.absent");
        }
    }

    /** The entity tag of a version. */
    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    private Stream<String> named() {
        return tags.stream().flatMap(line -> Arrays.stream(line.split(",", -1))).map(String::strip);
    }
}
