package de.quartierwerk.ingestion.planner;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Settings of the planner. */
@ApplicationScoped
class PlannerStatements {
    private final Jdbi jdbi;

    PlannerStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Allows nested loops ({@code on}) or not ({@code off}) until the transaction ends. */
    void nestedLoops(String allowed) {
        jdbi.useHandle(handle -> handle.execute("select set_config('enable_nestloop', ?, true)", allowed));
    }
}
