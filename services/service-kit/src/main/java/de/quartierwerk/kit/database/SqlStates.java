package de.quartierwerk.kit.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one table of PostgreSQL's error codes (SQL states): what a failed statement means. */
public final class SqlStates {
    private static final Set<String> CONFLICT = Set.of("23505", "40001", "40P01");
    private static final Set<String> NOT_STORABLE = Set.of("22003", "22008", "22021", "22P05");
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57");
    /** A transaction that had begun already, as after a connection was lost; a server that became a standby. */
    private static final Set<String> PASSING = Set.of("25001", "25006");

    private SqlStates() {}

    /** What a failure of the database means. */
    public enum Meaning {
        /** The database is away, restarting, out of connections or other resources, or it ended the connection. */
        UNAVAILABLE,
        /** Another transaction did the same or was in the way: a unique key, a serialisation failure, a deadlock. */
        CONFLICT,
        /** A value that PostgreSQL cannot hold: NUL, half a character, a number or a date beyond all measure. */
        NOT_STORABLE,
        /** A fault of the statement, which comes again however often it is repeated. */
        FAULT
    }

    /** What a failure means; empty where no database is among its causes. */
    public static Optional<Meaning> meaning(Throwable failure) {
        List<Meaning> meanings =
                databaseFailures(failure).stream().map(SqlStates::meaning).toList();
        return meanings.stream()
                .filter(meaning -> meaning != Meaning.FAULT)
                .findFirst()
                .or(() -> meanings.stream().findFirst());
    }

    /** Whether the failure passes by itself, so that the work can be begun again as if nothing had happened. */
    public static boolean isPassing(Throwable failure) {
        return databaseFailures(failure).stream().anyMatch(SqlStates::passes);
    }

    /**
     * The causes of a failure, and what stands beside them: a lost connection may be told there, by the commit or by a
     * statement of an aborted transaction.
     */
    private static List<SQLException> databaseFailures(Throwable failure) {
        List<SQLException> found = new ArrayList<>();
        collect(failure, Collections.newSetFromMap(new IdentityHashMap<>()), found);
        return found;
    }

    private static void collect(@Nullable Throwable failure, Set<Throwable> seen, List<SQLException> found) {
        if (failure == null || !seen.add(failure)) {
            return;
        }
        if (failure instanceof SQLException sql) {
            found.add(sql);
        }
        collect(failure.getCause(), seen, found);
        for (Throwable beside : failure.getSuppressed()) {
            collect(beside, seen, found);
        }
    }

    private static boolean passes(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || state == null
                || PASSING.contains(state)
                || (state.length() >= 2 && PASSING_CLASSES.contains(state.substring(0, 2)));
    }

    private static Meaning meaning(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            boolean pool = String.valueOf(failure.getMessage()).contains("Acquisition timeout");
            return pool ? Meaning.UNAVAILABLE : Meaning.FAULT;
        }
        if (CONFLICT.contains(state)) {
            return Meaning.CONFLICT;
        }
        if (NOT_STORABLE.contains(state)) {
            return Meaning.NOT_STORABLE;
        }
        boolean away = state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
        return away ? Meaning.UNAVAILABLE : Meaning.FAULT;
    }
}
