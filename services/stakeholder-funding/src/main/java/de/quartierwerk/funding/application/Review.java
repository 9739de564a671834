package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.Money;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The check of a proof of use (Verwendungsnachweisprüfung).
 *
 * @param eligible amount of the paid grant that was used as agreed
 * @param recoverable paid amount less the eligible one
 * @param note findings
 * @param by name of the account
 * @param at instant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The check of a proof of use")
public record Review(
        Money eligible,
        Money recoverable,

        @Schema(examples = "Nachweis vollständig, Minderausgaben beim Personal")
        String note,

        @Schema(examples = "funding-officer") String by,
        Instant at) {}
