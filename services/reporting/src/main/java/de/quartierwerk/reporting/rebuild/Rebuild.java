package de.quartierwerk.reporting.rebuild;

import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.database.Sql;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.inbox.Inbox;
import de.quartierwerk.reporting.classification.RunStore;
import de.quartierwerk.reporting.funding.Grants;
import de.quartierwerk.reporting.indicator.Indicators;
import de.quartierwerk.reporting.indicator.ReleasedValues;
import de.quartierwerk.reporting.space.Spaces;
import de.quartierwerk.reporting.stakeholder.Offers;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Empties the read model when the service starts, if that was asked for. At the start no event is under way, so that
 * nothing of the old state can slip in between. Reports are no read model and stay.
 */
@ApplicationScoped
class Rebuild {
    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    private final Sql sql;
    private final Inbox inbox;
    private final Spaces spaces;
    private final Indicators indicators;
    private final ReleasedValues values;
    private final RunStore runs;
    private final Offers offers;
    private final Grants grants;
    private final Audit audit;
    private final Caller caller;

    Rebuild(
            Sql sql,
            Inbox inbox,
            Spaces spaces,
            Indicators indicators,
            ReleasedValues values,
            RunStore runs,
            Offers offers,
            Grants grants,
            Audit audit,
            Caller caller) {
        this.sql = sql;
        this.inbox = inbox;
        this.spaces = spaces;
        this.indicators = indicators;
        this.values = values;
        this.runs = runs;
        this.offers = offers;
        this.grants = grants;
        this.audit = audit;
        this.caller = caller;
    }

    /** Asks for a rebuild at the next start and answers since when it is asked for. */
    @Transactional
    Instant request() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        int fresh = sql.update(
                "insert into rebuild (single, requested_at, requested_by) values (true, ?, ?) on conflict do nothing",
                now,
                caller.name());
        if (fresh == 1) {
            audit.record("rebuild-requested", "read-model", null, null);
        }
        return requested().orElse(now);
    }

    private Optional<Instant> requested() {
        return sql.first("select requested_at from rebuild", row -> Sql.instant(row, "requested_at"));
    }

    /** Before the channels open. */
    @Transactional
    void onStart(@Observes @Priority(2) StartupEvent event) {
        emptyIfRequested();
    }

    /** Empties the read model, its inbox and its positions together, if that was asked for. */
    @Transactional
    boolean emptyIfRequested() {
        if (sql.update("delete from rebuild") == 0) {
            return false;
        }
        spaces.clear();
        indicators.clear();
        values.clear();
        runs.clear();
        offers.clear();
        grants.clear();
        inbox.clear();
        LOG.info("The read model is empty and is filled again from the topics");
        return true;
    }
}
