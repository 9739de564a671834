package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A typing error in a record, and its repair (Berichtigung): one person proposes it, another confirms it.
 *
 * @param number its number, from 1
 * @param proposed what is to be put right
 * @param oldConsultation the consultation before it
 * @param oldDecision the decision before it
 * @param by who proposed it
 * @param at when
 * @param confirmedBy who confirmed it; absent while it waits
 * @param confirmedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A correction of a record, with the record before it")
public record Correction(
        @Schema(examples = "1") int number,
        CorrectionRequest proposed,
        @Nullable Consultation oldConsultation,
        @Nullable Decision oldDecision,
        @Schema(examples = "clerk") String by,
        Instant at,
        @Schema(examples = "funding-officer") @Nullable String confirmedBy,
        @Nullable Instant confirmedAt) {

    /** What is corrected. */
    @Schema(name = "CorrectedRecord")
    public enum Kind {
        /** A consultation. */
        @JsonProperty("consultation")
        CONSULTATION,
        /** The decision. */
        @JsonProperty("decision")
        DECISION
    }

    /** Whether it waits for its confirmation. */
    boolean waiting() {
        return confirmedBy == null;
    }

    Correction confirmed(@Nullable Consultation consultation, @Nullable Decision decision, Actor actor, Instant now) {
        return new Correction(number, proposed, consultation, decision, by, at, actor.name(), now);
    }
}
