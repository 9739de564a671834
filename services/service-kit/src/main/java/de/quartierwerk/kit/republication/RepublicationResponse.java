package de.quartierwerk.kit.republication;

import de.quartierwerk.kit.web.Progress;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A republication and how far it is.
 *
 * @param progress batches of events that the broker has acknowledged
 */
@Schema(name = "Republication", description = "Everything told once more, and how far that is")
public record RepublicationResponse(
        @Schema(description = "Its id", examples = "4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11")
        UUID id,

        @Schema(description = "RUNNING until the broker has acknowledged the last event")
        State state,

        @Schema(description = "Batches of events that the broker has acknowledged")
        Progress progress,

        @Schema(description = "When it was asked for") Instant startedAt,

        @Schema(description = "When the last event was acknowledged; null before", nullable = true) @Nullable
        Instant endedAt) {

    /** How far it is. */
    public enum State {
        RUNNING,
        COMPLETED
    }
}
