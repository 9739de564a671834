package de.quartierwerk.reporting.rebuild;

import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.inbox.Inbox;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Empties the read model when the service starts, if somebody has requested that. At the start no event is under way,
 * so that nothing of the old state can slip in. Reports are not part of the read model and stay.
 */
@ApplicationScoped
class RebuildService {
    private static final Logger LOG = Logger.getLogger(RebuildService.class);

    private final RebuildRepository requests;
    private final ReadModel readModel;
    private final Inbox inbox;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    RebuildService(
            RebuildRepository requests, ReadModel readModel, Inbox inbox, Audit audit, Caller caller, Clock clock) {
        this.requests = requests;
        this.readModel = readModel;
        this.inbox = inbox;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Requests a rebuild at the next start and answers when it was requested first. */
    @Transactional
    Instant request() {
        if (requests.insertIfAbsent(clock.instant(), caller.name())) {
            audit.record("rebuild-requested", "read-model", null, null);
        }
        return requests.requestedAt();
    }

    /** Runs before the channels open. */
    @Transactional
    void onStart(@Observes @Priority(2) StartupEvent event) {
        emptyIfRequested();
    }

    /** Empties the read model, its inbox and its positions together, if a rebuild was requested. */
    @Transactional
    boolean emptyIfRequested() {
        if (requests.deleteAll() == 0) {
            return false;
        }
        readModel.clear();
        inbox.clear();
        LOG.info("The read model is empty and is filled again from the topics");
        return true;
    }
}
