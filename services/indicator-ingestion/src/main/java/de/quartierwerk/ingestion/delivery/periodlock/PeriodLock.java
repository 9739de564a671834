package de.quartierwerk.ingestion.delivery.periodlock;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.SortNatural;

/** A lock (Sperre) with the exceptions from it; both have one version. */
@Entity
class PeriodLock {
    private static final int LOCKS_AT_ONCE = 1000;

    @Id
    String code;

    @Version
    long version = 1;

    @Embedded
    LockedPeriod locked;

    Instant lockedAt;
    String lockedBy;

    /** By their codes. */
    @ElementCollection
    @CollectionTable(name = "period_lock_exception", joinColumns = @JoinColumn(name = "lock"))
    @MapKeyColumn(name = "code")
    @SortNatural
    @BatchSize(size = LOCKS_AT_ONCE)
    SortedMap<String, LockException> exceptions = new TreeMap<>();

    /**
     * What a caller sees of it.
     *
     * @param now decides which exceptions are active
     */
    PeriodLockResponse response(Instant now) {
        List<PeriodLockResponse.Granted> granted = exceptions.entrySet().stream()
                .map(exception -> new PeriodLockResponse.Granted(
                        exception.getKey(),
                        exception.getValue(),
                        exception.getValue().expiresAt().isAfter(now)))
                .toList();
        return new PeriodLockResponse(code, version, locked, lockedAt, lockedBy, granted);
    }
}
