package de.quartierwerk.ingestion.intake.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stored observation.
 *
 * @param id its id
 * @param version from 1, one more with every change
 * @param state how far it is
 * @param content what was submitted
 * @param organisation for whom it was submitted
 * @param moderation what only the submitter's side and moderators see
 * @param submittedAt when it came
 * @param decidedAt when it was moderated or withdrawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ObservationResponse", description = "A stored observation")
public record ObservationResponse(
        @Schema(examples = "5f0c6c3e-0a52-4d7e-9a57-0f6d5b7a8c11")
        UUID id,

        @Schema(examples = "1") long version,
        ObservationState state,
        @JsonUnwrapped ObservationRequest content,
        @Schema(examples = "verband-a") @Nullable String organisation,
        @JsonUnwrapped @Nullable Moderation moderation,
        Instant submittedAt,
        @Nullable Instant decidedAt) {

    /**
     * What only the submitter's side and moderators see.
     *
     * @param submitter who submitted it
     * @param decidedBy who moderated it
     * @param reason why it was refused
     * @param warnings places that look like names of persons
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ObservationModeration", description = "What only the submitter's side and moderators see")
    public record Moderation(
            @Schema(examples = "supplier") @Nullable String submitter,
            @Schema(examples = "planner") @Nullable String decidedBy,

            @Schema(examples = "Bitte ohne Namen.") @Nullable
            String reason,

            @Nullable List<Warning> warnings) {}

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

    /**
     * What a caller sees of an observation.
     *
     * @param moderation left out for callers who see it only because it is released
     */
    static ObservationResponse of(Observation observation, @Nullable Moderation moderation) {
        return new ObservationResponse(
                observation.id,
                observation.version,
                observation.state,
                observation.content,
                observation.organisation,
                moderation,
                observation.submittedAt,
                observation.decidedAt);
    }
}
