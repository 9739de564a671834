package de.quartierwerk.ingestion.delivery.periodlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodLockResponseTest {
    private static final Instant NOW = Instant.parse("2020-01-01T00:00:00Z");

    @Test
    void anExceptionIsActiveUntilItExpires() {
        PeriodLock lock = new PeriodLock();
        lock.code = "report";
        lock.locked = new LockedPeriod("2019", null, List.of(), null, "x");
        lock.lockedAt = NOW;
        lock.lockedBy = "steward";
        lock.exceptions.put("expired", until(NOW));
        lock.exceptions.put("active", until(NOW.plusSeconds(1)));

        PeriodLockResponse response = lock.response(NOW);

        assertThat(response.exceptions())
                .extracting(PeriodLockResponse.Granted::code)
                .containsExactly("active", "expired");
        assertThat(response.exceptions())
                .extracting(PeriodLockResponse.Granted::active)
                .containsExactly(true, false);
    }

    @Test
    void anExceptionNamesAUserOrAnOrganisation() {
        assertThat(new LockExceptionRequest("a", null, NOW, "x").namesOne()).isTrue();
        assertThat(new LockExceptionRequest(null, "a", NOW, "x").namesOne()).isTrue();
        assertThat(new LockExceptionRequest(null, null, NOW, "x").namesOne()).isFalse();
        assertThat(new LockExceptionRequest("a", "a", NOW, "x").namesOne()).isFalse();
    }

    private static LockException until(Instant expiresAt) {
        return new LockException("supplier", null, expiresAt, "x", NOW, "steward");
    }
}
