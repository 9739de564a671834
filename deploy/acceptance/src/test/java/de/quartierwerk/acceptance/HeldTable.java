package de.quartierwerk.acceptance;

import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A table that a test keeps locked, so that the work of a service comes to a halt there. */
final class HeldTable implements AutoCloseable {
    private static final String WAITING =
            "select count(*) from pg_locks where not granted and relation = '%s'::regclass";
    private static final String CUT = "select pg_terminate_backend(pid) from pg_stat_activity "
            + "where usename = current_user and pid <> pg_backend_pid()";

    private final Connection connection;
    private final String table;

    private HeldTable(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    static HeldTable of(LocalPlatform platform, LocalService service, String table) {
        try {
            Connection connection = new Databases(platform).open(service);
            connection.setAutoCommit(false);
            HeldTable held = new HeldTable(connection, table);
            held.execute("lock table " + table + " in access exclusive mode");
            return held;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(table, e);
        }
    }

    /** Whether the service has come to the table. */
    boolean somebodyWaits() {
        return number(WAITING.formatted(table)) > 0;
    }

    /** Ends all connections of the service to its database. */
    void cutConnections() {
        execute(CUT);
    }

    /** Lets PostgreSQL restart as it does when one of its processes dies. */
    void restart() {
        long pid = number("select pg_backend_pid()");
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private long number(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Lets go of the table; after a restart the lock is gone already. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            System.out.println("[outage] " + gone.getMessage());
        }
    }
}
