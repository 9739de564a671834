package de.quartierwerk.classification.run.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.kit.problem.Unavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Computed once for all, few at a time. */
class SharedComputationTest {
    private final SharedComputation<String, String> shared = new SharedComputation<>(1, 1, Duration.ofMillis(300));
    private final AtomicInteger computed = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    private String slowly() {
        begun.countDown();
        computed.incrementAndGet();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "found";
    }

    @Test
    void whoAsksForTheSameWaitsForItAndItIsKept() throws InterruptedException {
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> shared.get("a", this::slowly));
        begun.await();
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> shared.get("a", this::slowly));
        goOn.countDown();

        assertThat(first.join()).isEqualTo("found");
        assertThat(second.join()).isEqualTo("found");
        assertThat(shared.get("a", this::slowly)).isEqualTo("found");
        assertThat(computed).hasValue(1);
    }

    @Test
    void whoWaitsForTooLongIsAskedToComeBack() throws InterruptedException {
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> shared.get("a", this::slowly));
        begun.await();

        assertThatThrownBy(() -> shared.get("a", this::slowly)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> shared.get("b", this::slowly))
                .isInstanceOfSatisfying(
                        Unavailable.class, failure -> assertThat(failure.code()).isEqualTo("run.busy"));
        goOn.countDown();
        assertThat(first.join()).isEqualTo("found");
        assertThat(computed).hasValue(1);
    }

    @Test
    void whatFailedIsComputedAnew() {
        assertThatThrownBy(() -> shared.get("a", () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(shared.get("a", () -> "found")).isEqualTo("found");
    }
}
