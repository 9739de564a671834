package de.quartierwerk.ingestion.delivery.periodlock;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stored lock.
 *
 * @param code natural key
 * @param version from 1, one more with every change of the lock or of one of its exceptions
 * @param locked what is closed
 * @param lockedAt since when
 * @param lockedBy who wrote it
 * @param exceptions in the order of their codes, expired ones too
 */
@Schema(name = "PeriodLockResponse", description = "A stored lock with its exceptions")
public record PeriodLockResponse(
        @Schema(examples = "report-2022") String code,
        @Schema(examples = "1") long version,
        @JsonUnwrapped LockedPeriod locked,
        Instant lockedAt,
        @Schema(examples = "steward") String lockedBy,
        List<Granted> exceptions) {

    /** Copies the exceptions. */
    public PeriodLockResponse {
        exceptions = List.copyOf(exceptions);
    }

    /**
     * A stored exception.
     *
     * @param code its code
     * @param exception what was granted
     * @param active whether it applies now
     */
    @Schema(name = "LockExceptionResponse", description = "A stored exception")
    public record Granted(
            @Schema(examples = "late-delivery") String code,
            @JsonUnwrapped LockException exception,

            @Schema(description = "Whether it applies now", examples = "true")
            boolean active) {}
}
