package de.quartierwerk.reporting.database;

import java.sql.SQLException;

/** The database refused a statement or could not be reached; the cause says which. */
public class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
