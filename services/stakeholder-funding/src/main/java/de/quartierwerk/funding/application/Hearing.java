package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The hearing before a claim (Anhörung, § 28 VwVfG).
 *
 * @param sentOn day of the letter
 * @param until last day for a statement
 * @param statementOn day on which the statement came
 * @param statement what the party said
 * @param by name of the account
 * @param at instant of the entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The hearing before a claim")
public record Hearing(
        LocalDate sentOn,
        LocalDate until,
        @Nullable LocalDate statementOn,

        @Schema(examples = "Die Stelle war ein halbes Jahr unbesetzt") @Nullable
        String statement,

        @Schema(examples = "funding-officer") String by,
        Instant at) {}
