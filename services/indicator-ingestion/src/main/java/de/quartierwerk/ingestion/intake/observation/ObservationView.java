package de.quartierwerk.ingestion.intake.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stored observation. Who submitted and moderated it, and what the check for names found, only the submitter's side
 * and moderators see.
 *
 * @param id its id
 * @param state how far it is
 * @param observation what was submitted
 * @param organisation for whom it was submitted, or null
 * @param submitter who submitted it, or null
 * @param decidedBy who moderated it, or null
 * @param reason why it was refused, or null
 * @param warnings places that look like names of persons
 * @param submittedAt when it came
 * @param decidedAt when it was moderated, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ObservationStored", description = "A stored observation")
public record ObservationView(
        @Schema(examples = "5f0c6c3e-0a52-4d7e-9a57-0f6d5b7a8c11")
        UUID id,

        ObservationState state,
        @JsonUnwrapped Observation observation,
        @Schema(examples = "verband-a") String organisation,
        @Schema(examples = "supplier") String submitter,
        @Schema(examples = "planner") String decidedBy,
        @Schema(examples = "Bitte ohne Namen.") String reason,
        List<Warning> warnings,
        Instant submittedAt,
        Instant decidedAt) {

    /**
     * A place that looks like the name of a person.
     *
     * @param pointer field of the observation
     * @param code why it looks so
     * @param value the words
     * @param message in the caller's language
     */
    @Schema(name = "ObservationWarning", description = "A place that looks like the name of a person")
    public record Warning(
            @Schema(examples = "/finding") String pointer,
            @Schema(examples = "observation.person-title") String code,
            @Schema(examples = "Frau Muster") String value,

            @Schema(examples = "„Frau Muster“ sieht nach dem Namen einer Person aus.")
            String message) {}

    /** What everybody may see of it. */
    ObservationView open() {
        return new ObservationView(
                id, state, observation, organisation, null, null, null, null, submittedAt, decidedAt);
    }

    ObservationView with(List<Warning> found) {
        return new ObservationView(
                id, state, observation, organisation, submitter, decidedBy, reason, found, submittedAt, decidedAt);
    }
}
