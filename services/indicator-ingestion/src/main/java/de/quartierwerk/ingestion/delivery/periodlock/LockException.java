package de.quartierwerk.ingestion.delivery.periodlock;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Lets someone deliver in spite of a lock (Ausnahme), as it is written.
 *
 * @param submitter name of the user, or null
 * @param organisation stakeholder key of the organisation, or null
 * @param expiresAt submissions received from then on are locked again
 * @param reason why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "LockException",
        description = "Lets a user or an organisation deliver in spite of a lock, for a while",
        examples =
                "{\"organisation\":\"verband-a\",\"expiresAt\":\"2030-06-30T22:00:00Z\",\"reason\":\"Nachlieferung\"}")
public record LockException(
        @Size(max = 200) @Schema(nullable = true, examples = "supplier")
        String submitter,

        @Size(max = 64) @Schema(nullable = true, examples = "verband-a")
        String organisation,

        @NotNull Instant expiresAt,

        @NotBlank @Size(max = 2000) @Schema(examples = "Nachlieferung vereinbart")
        String reason) {}
