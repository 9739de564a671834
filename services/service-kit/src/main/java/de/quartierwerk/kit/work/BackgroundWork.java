package de.quartierwerk.kit.work;

import de.quartierwerk.kit.failure.Passing;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Does work that waits in the database, beside the requests and on any instance: at once when it is woken, and at every
 * tick in case another instance died or its signal was lost.
 *
 * <p>One policy for all: a failure of the database that passes by itself says nothing about the work. It is begun again
 * as soon as the database answers, and no attempt is counted. Every other failure is the work's own: it counts attempts
 * and gives up where it says so.
 */
public final class BackgroundWork implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BackgroundWork.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final String name;
    private final int threads;
    private final Duration tick;
    private final BooleanSupplier doNext;
    private final Semaphore signals = new Semaphore(0);
    private final ExecutorService executor;
    private volatile boolean stopping;

    /**
     * @param name of the threads and in the log
     * @param threads how many pieces of work may be under way at once on this instance
     * @param tick longest time between two looks
     * @param doNext does one piece of waiting work in transactions of its own, if there is any, and answers whether to
     *     look for more at once; a passing failure of the database is to be thrown out of it uncounted
     */
    public BackgroundWork(String name, int threads, Duration tick, BooleanSupplier doNext) {
        this.name = name;
        this.threads = threads;
        this.tick = tick;
        this.doNext = doNext;
        this.executor = Executors.newFixedThreadPool(threads, task -> new Thread(task, name));
    }

    /** Begins to look for work; called when the service has started. */
    public void start() {
        for (int i = 0; i < threads; i++) {
            executor.execute(this::work);
        }
    }

    /** Looks for work now. */
    public void wake() {
        signals.release();
    }

    /** Whether the service stops: a failure then says nothing, and the work is left to the next start. */
    public boolean isStopping() {
        return stopping;
    }

    /** Ends the threads: interrupts them and waits ten seconds at most. */
    @Override
    public void close() {
        stopping = true;
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                LOG.infof("%s did not stop in time; what is under way is begun again after the next start", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        Duration pause = SHORTEST_PAUSE;
        while (!stopping) {
            try {
                waitForSignal(tick);
                doAllThatWaits();
                pause = SHORTEST_PAUSE;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                if (stopping) {
                    return;
                }
                report(failure);
                pause = pause(pause);
                signals.release();
            }
        }
    }

    private void waitForSignal(Duration longest) throws InterruptedException {
        if (signals.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS) && threads == 1) {
            signals.drainPermits();
        }
    }

    private void doAllThatWaits() {
        boolean more = true;
        while (more && !stopping) {
            more = doNext.getAsBoolean();
        }
    }

    private void report(RuntimeException failure) {
        if (Passing.is(failure)) {
            LOG.warnf("%s waits for the database: %s", name, innermost(failure));
        } else {
            LOG.errorf(failure, "%s could not look for what waits; it will be tried again", name);
        }
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    /** Waits before the next try, longer each time. */
    private static Duration pause(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
