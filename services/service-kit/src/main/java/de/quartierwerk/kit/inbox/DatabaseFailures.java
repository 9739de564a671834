package de.quartierwerk.kit.inbox;

import java.sql.SQLException;
import java.sql.SQLTransientException;

/** Tells failures that pass by themselves from those that come again. */
final class DatabaseFailures {
    private static final int LONGEST_DESCRIPTION = 500;

    /**
     * Whether a failure has its cause in a database that is away, restarting, out of connections or in a conflict of
     * transactions: SQL states 08 (connection), 53 (resources), 57 (operator intervention), 40 (rollback).
     */
    static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null || state.matches("(08|53|57|40).*");
            }
        }
        return false;
    }

    /** Type and message of the innermost cause, shortened. */
    static String describe(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return text.substring(0, Math.min(LONGEST_DESCRIPTION, text.length()));
    }

    private DatabaseFailures() {}
}
