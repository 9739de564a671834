package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A submission that was given back and replaced (frühere Einreichung).
 *
 * @param by name of the account
 * @param at instant
 * @param content what was applied for then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A submission that was given back and replaced")
public record EarlierSubmission(
        @Schema(examples = "supplier") String by, Instant at, ApplicationContent content) {}
