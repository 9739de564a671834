package de.quartierwerk.ingestion.delivery.periodlock;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Lets a user or an organisation deliver in spite of a lock (Ausnahme).
 *
 * @param submitter name of the user
 * @param organisation stakeholder key of the organisation
 * @param expiresAt submissions received from then on are locked again
 * @param reason why
 * @param grantedAt when it was granted
 * @param grantedBy who granted it
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LockException", description = "Lets a user or an organisation deliver in spite of a lock")
public record LockException(
        @Schema(examples = "supplier") @Nullable String submitter,
        @Schema(examples = "verband-a") @Nullable String organisation,
        Instant expiresAt,
        @Schema(examples = "Nachlieferung vereinbart") String reason,
        Instant grantedAt,
        @Schema(examples = "steward") String grantedBy) {}
