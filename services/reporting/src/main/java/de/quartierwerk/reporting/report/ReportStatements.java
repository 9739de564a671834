package de.quartierwerk.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** SQL that Hibernate has no words for. */
@ApplicationScoped
class ReportStatements {
    private final Jdbi jdbi;

    ReportStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Lets the present transaction, which has just begun, see one state of the database and change nothing. */
    void readOneState() {
        jdbi.useHandle(handle -> handle.execute("set transaction isolation level repeatable read read only"));
    }
}
