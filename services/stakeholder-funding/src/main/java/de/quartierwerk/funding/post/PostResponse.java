package de.quartierwerk.funding.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A post (Stelle) as the API answers it.
 *
 * @param code natural key
 * @param post what it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Post", description = "A post of the staffing plan")
public record PostResponse(
        @Schema(examples = "sozialplanung-1") String code,
        @JsonUnwrapped PostRequest post) {}
