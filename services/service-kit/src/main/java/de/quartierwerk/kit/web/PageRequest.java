package de.quartierwerk.kit.web;

import de.quartierwerk.kit.problem.Invalid;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for; a {@code @BeanParam} of list endpoints. */
public class PageRequest {

    /** Items of a page where the caller names no number. */
    public static final int DEFAULT_LIMIT = 100;

    /** The most items of a page. */
    public static final int MAXIMUM_LIMIT = 1000;

    @QueryParam("limit")
    @Parameter(
            description = "Items of a page",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"),
            example = "100")
    @Nullable
    Integer limit;

    @QueryParam("cursor")
    @Parameter(description = "Where the page begins: `next` of the page before", example = "WyIwMTAxIl0")
    @Nullable
    String cursor;

    /** Items of the page, 100 by default; refuses with 400 outside of 1 to 1000. */
    public int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > MAXIMUM_LIMIT) {
            throw Invalid.parameter("limit", limit, "page.limit-out-of-range", MAXIMUM_LIMIT, limit);
        }
        return limit;
    }

    /**
     * Where the page begins; empty at the start. A cursor of another list is refused with 400.
     *
     * @param size how many values this list's cursors have
     * @param read turns the values into a position of this list, and throws an unchecked exception where they are none
     */
    public <T> Optional<T> after(int size, Function<List<String>, T> read) {
        List<String> values = after(size);
        try {
            return values.isEmpty() ? Optional.empty() : Optional.of(read.apply(values));
        } catch (IllegalArgumentException | DateTimeException ofAnotherList) {
            throw malformed();
        }
    }

    /**
     * The values after which the page begins; empty at the start. A cursor of another list is refused with 400.
     *
     * @param size how many values this list's cursors have
     */
    public List<String> after(int size) {
        List<String> values = cursor == null || cursor.isEmpty() ? List.of() : Cursor.decode(cursor);
        if (!values.isEmpty() && values.size() != size) {
            throw malformed();
        }
        return values;
    }

    private Invalid malformed() {
        return Invalid.parameter("cursor", cursor, "page.cursor-malformed");
    }
}
