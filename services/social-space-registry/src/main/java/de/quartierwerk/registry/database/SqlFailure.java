package de.quartierwerk.registry.database;

import java.sql.SQLException;

/** The database refused a statement; nothing that a caller could mend. */
public final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
