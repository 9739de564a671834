package de.quartierwerk.funding.post;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The posts of a year.
 *
 * @param items posts in the order of their codes
 * @param fte full-time equivalents of all of them
 */
@Schema(name = "Posts", description = "The posts of a year and their sum")
public record PostsResponse(
        List<PostResponse> items, @Schema(examples = "1.5") BigDecimal fte) {

    /** Copies the list. */
    public PostsResponse {
        items = List.copyOf(items);
    }
}
