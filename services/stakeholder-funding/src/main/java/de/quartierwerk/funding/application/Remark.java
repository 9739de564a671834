package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody of the administration remarked (Vermerk).
 *
 * @param text the remark
 * @param visible whether the applicant sees it
 * @param by name of the account
 * @param at instant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What somebody of the administration remarked")
public record Remark(
        @Schema(examples = "Telefonat mit dem Verband am Vormittag")
        String text,

        boolean visible,
        @Schema(examples = "clerk") String by,
        Instant at) {}
