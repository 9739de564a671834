package de.quartierwerk.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the list's order
 * @param next cursor of the next page, null at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        @Schema(description = "The items of this page") List<T> items,

        @Schema(description = "Cursor of the next page; absent at the end", nullable = true, examples = "WyIwMTAxIl0")
        @Nullable
        String next) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page of a query that asked for one row more than the page holds.
     *
     * @param itemsPlusOne up to {@code limit + 1} items
     * @param cursorOf the values after which the next page begins
     */
    public static <T> Page<T> of(List<T> itemsPlusOne, int limit, Function<T, List<String>> cursorOf) {
        if (itemsPlusOne.size() <= limit) {
            return new Page<>(itemsPlusOne, null);
        }
        List<T> items = itemsPlusOne.subList(0, limit);
        return new Page<>(items, Cursor.encode(cursorOf.apply(items.get(limit - 1))));
    }
}
