package de.quartierwerk.kit.database;

import java.sql.SQLException;

/** A statement failed, which is never the caller's fault. */
public class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super("SQL state " + cause.getSQLState(), cause);
    }
}
