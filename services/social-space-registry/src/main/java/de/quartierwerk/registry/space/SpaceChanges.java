package de.quartierwerk.registry.space;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Lets changes of spaces happen one after the other and numbers them. */
@ApplicationScoped
public class SpaceChanges {
    private final SpaceStatements statements;

    SpaceChanges(SpaceStatements statements) {
        this.statements = statements;
    }

    /**
     * Waits for the changes of others, keeps them off until the present transaction ends, and numbers the change.
     * Parents, paths and validity depend on each other, so two changes must not look at the same state.
     *
     * @return version of every space that the change touches
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long begin() {
        statements.lockChanges();
        return statements.nextVersion();
    }
}
