package de.quartierwerk.ingestion.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Statements on the catalogue as a whole. */
@ApplicationScoped
class CatalogueStatements {
    private final Jdbi database;

    CatalogueStatements(Jdbi database) {
        this.database = database;
    }

    /** Keeps others from changing the catalogue until the transaction ends, since definitions refer to each other. */
    void lock() {
        database.useHandle(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('catalogue'))"));
    }
}
