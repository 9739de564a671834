package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.problem.Failure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Applies large imports one after the other beside the requests. What an instance that died has left waiting is found
 * by the next tick of any instance.
 */
@ApplicationScoped
class ImportRunner {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);

    private final ImportService imports;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "space-import"));

    ImportRunner(ImportService imports) {
        this.imports = imports;
    }

    /** Looks for waiting imports now. */
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void wake() {
        if (!thread.isShutdown()) {
            thread.execute(this::applyAllWaiting);
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }

    private void applyAllWaiting() {
        try {
            boolean found = true;
            while (found && !thread.isShutdown()) {
                found = applyOne();
            }
        } catch (RuntimeException e) {
            LOG.warn("Waiting imports could not be looked for; it will be tried again", e);
        }
    }

    private boolean applyOne() {
        try {
            return imports.applyWaiting().isPresent();
        } catch (ImportFailed e) {
            boolean refused = e.getCause() instanceof Failure;
            if (!refused) {
                LOG.errorf(e, "Import %s failed", e.id());
            }
            imports.fail(e.id(), refused ? ((Failure) e.getCause()).code() : "import.failed");
            return true;
        }
    }
}
