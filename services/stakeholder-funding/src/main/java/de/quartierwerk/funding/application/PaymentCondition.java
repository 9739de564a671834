package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A condition that must be met before money is paid (Auszahlungsvoraussetzung).
 *
 * @param text its words
 * @param metOn day since when it is met; null while it is not
 * @param note by what it was seen
 * @param by name of the account that ticked it
 * @param at instant of the entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A condition that must be met before money is paid")
public record PaymentCondition(
        @Schema(examples = "Die Stelle ist besetzt.") String text,
        @Nullable LocalDate metOn,

        @Schema(examples = "Arbeitsvertrag lag vor") @Nullable
        String note,

        @Schema(examples = "funding-officer") @Nullable String by,
        @Nullable Instant at) {

    /** A condition that is not met yet. */
    static PaymentCondition open(String text) {
        return new PaymentCondition(text, null, null, null, null);
    }

    boolean waiting() {
        return metOn == null;
    }
}
