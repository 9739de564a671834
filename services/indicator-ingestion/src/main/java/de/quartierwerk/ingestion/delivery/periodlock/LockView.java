package de.quartierwerk.ingestion.delivery.periodlock;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stored lock.
 *
 * @param code natural key
 * @param version from 1, one more with every change
 * @param lock what was written
 * @param lockedAt since when
 * @param lockedBy who wrote it
 * @param exceptions in the order of their codes, expired ones too
 */
@Schema(name = "PeriodLockStored", description = "A stored lock with its exceptions")
public record LockView(
        @Schema(examples = "report-2022") String code,
        @Schema(examples = "1") long version,
        @JsonUnwrapped PeriodLock lock,
        Instant lockedAt,
        @Schema(examples = "steward") String lockedBy,
        List<Granted> exceptions) {

    /** Copies the exceptions. */
    public LockView {
        exceptions = List.copyOf(exceptions);
    }

    /** A stored exception. */
    @Schema(name = "LockExceptionStored", description = "A stored exception")
    public record Granted(
            @Schema(examples = "late-delivery") String code,
            @JsonUnwrapped LockException exception,
            Instant grantedAt,
            @Schema(examples = "steward") String grantedBy,

            @Schema(description = "Whether it holds now", examples = "true")
            boolean active) {}

    LockView with(List<Granted> found) {
        return new LockView(code, version, lock, lockedAt, lockedBy, found);
    }
}
