package de.quartierwerk.kit.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.identity.Caller;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail: who changed what, when, from what to what. An entry is written in the transaction of the change, so
 * that neither is there without the other. It never holds an exact value that must stay secret; that is the duty of
 * whoever writes it.
 */
@ApplicationScoped
public class Audit {
    private final AuditRepository repository;
    private final ObjectMapper json;
    private final Caller caller;
    private final Clock clock;
    private final String application;

    Audit(
            AuditRepository repository,
            ObjectMapper json,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.repository = repository;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
        this.application = application;
    }

    /**
     * Writes an entry in the present transaction; the actor is the caller, or the service itself outside of a request.
     *
     * @param action in the past tense, e.g. {@code space-changed}
     * @param subject what was changed, e.g. {@code spaces/01011101}
     * @param before written as JSON, null where there was nothing
     * @param after written as JSON, null where nothing is left
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, String subject, @Nullable Object before, @Nullable Object after) {
        AuditEntry entry = new AuditEntry();
        entry.recordedAt = clock.instant();
        entry.actor = actor();
        entry.action = action;
        entry.subject = subject;
        entry.before = tree(before);
        entry.after = tree(after);
        repository.persist(entry);
    }

    private String actor() {
        boolean request = Arc.container().requestContext().isActive();
        return request && !caller.anonymous() ? caller.name() : application;
    }

    private @Nullable JsonNode tree(@Nullable Object value) {
        return value == null ? null : json.valueToTree(value);
    }
}
