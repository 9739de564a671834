package de.quartierwerk.reporting.funding;

import de.quartierwerk.events.GrantDecided;
import de.quartierwerk.events.GrantPaid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The grants of the read model. */
@ApplicationScoped
public class Grants {
    private final GrantStatements statements;

    Grants(GrantStatements statements) {
        this.statements = statements;
    }

    void store(GrantDecided grant) {
        statements.upsert(grant);
    }

    void store(GrantPaid payment) {
        statements.upsert(payment);
    }

    /** Empties the read model of grants. */
    public void clear() {
        statements.truncate();
    }

    /** Grants that concern at least one of these spaces, those decided last first. */
    public List<Grant> concerning(Collection<String> spaces) {
        return spaces.isEmpty() ? List.of() : statements.concerning(spaces);
    }
}
