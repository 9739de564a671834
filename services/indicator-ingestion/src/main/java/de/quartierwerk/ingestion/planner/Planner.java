package de.quartierwerk.ingestion.planner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Advice to PostgreSQL's planner for the present transaction. */
@ApplicationScoped
public class Planner {
    private final PlannerStatements statements;

    Planner(PlannerStatements statements) {
        this.statements = statements;
    }

    /**
     * Runs an action whose statements join without nested loops. Nobody has counted the rows that were just loaded;
     * nested loops, good for few rows, would take hours where there are many.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withoutNestedLoops(Runnable action) {
        statements.nestedLoops("off");
        action.run();
        statements.nestedLoops("on");
    }
}
