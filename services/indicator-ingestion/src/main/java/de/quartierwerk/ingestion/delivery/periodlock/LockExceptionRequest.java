package de.quartierwerk.ingestion.delivery.periodlock;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An exception as it is written.
 *
 * @param submitter name of the user
 * @param organisation stakeholder key of the organisation
 * @param expiresAt submissions received from then on are locked again
 * @param reason why
 */
@Schema(
        name = "LockExceptionRequest",
        description = "Lets a user or an organisation deliver in spite of a lock, for a while",
        examples =
                "{\"organisation\":\"verband-a\",\"expiresAt\":\"2030-06-30T22:00:00Z\",\"reason\":\"Nachlieferung\"}")
public record LockExceptionRequest(
        @Size(max = 200) @Schema(examples = "supplier") @Nullable
        String submitter,

        @Size(max = 64) @Schema(examples = "verband-a") @Nullable
        String organisation,

        @NotNull Instant expiresAt,

        @NotBlank @Size(max = 2000) @Schema(examples = "Nachlieferung vereinbart")
        String reason) {

    /** Whether it names a user or an organisation, and not both. */
    boolean namesOne() {
        return (submitter == null) != (organisation == null);
    }

    LockException granted(Instant at, String by) {
        return new LockException(submitter, organisation, expiresAt, reason, at, by);
    }
}
