package de.quartierwerk.classification.database;

import java.sql.SQLException;

/** The database refused a statement; the cause tells why. */
public final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
