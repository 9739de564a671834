package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.failure.Passing;
import de.quartierwerk.kit.problem.Failure;
import de.quartierwerk.kit.work.BackgroundWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Reads and applies large imports one after the other beside the requests. If an instance dies, the next tick of any
 * instance finds the import that it left.
 */
@ApplicationScoped
class ImportWork {
    private static final Logger LOG = Logger.getLogger(ImportWork.class);
    private static final Duration TICK = Duration.ofSeconds(5);

    private final ImportService imports;
    private final BackgroundWork work = new BackgroundWork("space-import", 1, TICK, this::applyNext);

    ImportWork(ImportService imports) {
        this.imports = imports;
    }

    /** Looks for waiting imports now. */
    void wake() {
        work.wake();
    }

    void onStart(@Observes StartupEvent event) {
        work.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        work.close();
    }

    private boolean applyNext() {
        try {
            return imports.goOnWithWaiting();
        } catch (ImportFailed e) {
            imports.forgetAttempts(e.id());
            if (Passing.is(e) || work.isStopping()) {
                throw e;
            }
            fail(e);
            return true;
        }
    }

    private void fail(ImportFailed failed) {
        if (failed.getCause() instanceof Failure refusal) {
            imports.fail(failed.id(), refusal.code(), List.of());
        } else if (failed.getCause() instanceof FileFault fault) {
            imports.fail(
                    failed.id(),
                    fault.code(),
                    Arrays.stream(fault.arguments()).map(String::valueOf).toList());
        } else {
            LOG.errorf(failed, "Import %s failed", failed.id());
            imports.fail(failed.id(), "import.failed", List.of());
        }
    }
}
