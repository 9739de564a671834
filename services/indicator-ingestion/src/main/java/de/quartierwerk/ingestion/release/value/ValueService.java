package de.quartierwerk.ingestion.release.value;

import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Invalid;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who sees which values, and what a read at an instant means. */
@ApplicationScoped
class ValueService {
    private final ValueStatements statements;
    private final Caller caller;

    ValueService(ValueStatements statements, Caller caller) {
        this.statements = statements;
        this.caller = caller;
    }

    boolean exactEverywhere() {
        return seesExact() && caller.everywhere();
    }

    Set<String> exactAreas() {
        return seesExact() ? caller.areas() : Set.of();
    }

    private boolean seesExact() {
        return caller.hasAny(Roles.STEWARD, Roles.ADMIN);
    }

    /**
     * Makes sure that a read at the instant will give the same forever: what follows it cannot come before it any more.
     */
    void settle(@Nullable Instant recordedAt) {
        if (recordedAt == null) {
            return;
        }
        if (statements.isFuture(recordedAt)) {
            throw Invalid.parameter("recordedAt", recordedAt, "value.recorded-at-future", recordedAt);
        }
        QuarkusTransaction.requiringNew().run(statements::waitForReleases);
    }

    List<ValueResponse> find(ValueQuery query) {
        return statements.find(query);
    }
}
