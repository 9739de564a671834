package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.database.SqlStates;
import de.quartierwerk.kit.problem.Failure;
import de.quartierwerk.kit.work.BackgroundWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Applies large imports one after the other beside the requests. If an instance dies, the next tick of any instance
 * finds the import that it left.
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
            return imports.applyWaiting();
        } catch (ImportFailed e) {
            if (SqlStates.isPassing(e) || work.isStopping()) {
                throw e;
            }
            imports.fail(e.id(), code(e));
            return true;
        }
    }

    private static String code(ImportFailed failed) {
        if (failed.getCause() instanceof Failure refusal) {
            return refusal.code();
        }
        LOG.errorf(failed, "Import %s failed", failed.id());
        return "import.failed";
    }
}
