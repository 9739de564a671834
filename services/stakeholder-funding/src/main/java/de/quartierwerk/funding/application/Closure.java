package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is left to do (Abschluss); what was not paid is free again.
 *
 * @param note remarks
 * @param by name of the account
 * @param at instant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Nothing is left to do")
public record Closure(
        @Schema(examples = "Verwendung geprüft, nichts offen") @Nullable
        String note,

        @Schema(examples = "funding-officer") String by,
        Instant at) {}
