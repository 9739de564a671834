package de.quartierwerk.kit.work;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class BackgroundWorkTest {
    private static final Duration NEVER = Duration.ofHours(1);

    @Test
    void doesAllThatWaitsWhenItIsWoken() {
        AtomicInteger waiting = new AtomicInteger(3);
        try (BackgroundWork work = started(NEVER, () -> waiting.decrementAndGet() > 0)) {
            work.wake();

            await().untilAsserted(() -> assertThat(waiting).hasValue(0));
        }
    }

    @Test
    void looksAtEveryTick() {
        AtomicInteger looks = new AtomicInteger();
        try (BackgroundWork work = started(Duration.ofMillis(10), () -> looks.incrementAndGet() < 0)) {
            await().untilAsserted(() -> assertThat(looks).hasValueGreaterThan(3));
            assertThat(work.isStopping()).isFalse();
        }
    }

    @Test
    void beginsAgainWhenTheDatabaseAnswersAgain() {
        AtomicInteger tries = new AtomicInteger();
        BooleanSupplier awayTwice = () -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException(new SQLException("terminating connection", "57P01"));
            }
            return false;
        };
        try (BackgroundWork work = started(NEVER, awayTwice)) {
            work.wake();

            await().untilAsserted(() -> assertThat(tries).hasValue(3));
        }
    }

    @Test
    void interruptsWhatIsUnderWayWhenItStops() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        BackgroundWork work = started(NEVER, () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                Thread.currentThread().interrupt();
            }
            return false;
        });
        work.wake();
        assertThat(begun.await(10, SECONDS)).isTrue();

        work.close();

        assertThat(interrupted.await(10, SECONDS)).isTrue();
        assertThat(work.isStopping()).isTrue();
    }

    private static BackgroundWork started(Duration tick, BooleanSupplier doNext) {
        BackgroundWork work = new BackgroundWork("test-work", 1, tick, doNext);
        work.start();
        return work;
    }
}
