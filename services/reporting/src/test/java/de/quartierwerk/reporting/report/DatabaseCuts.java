package de.quartierwerk.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A connection beside those of the service. It holds a table, so that the service stands still at its next statement on
 * it, and cuts connections as a restart of PostgreSQL does.
 */
final class DatabaseCuts implements AutoCloseable {
    private final Connection connection;

    DatabaseCuts() throws SQLException {
        Config config = ConfigProvider.getConfig();
        this.connection = DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getOptionalValue("quarkus.datasource.password", String.class)
                        .orElse(""));
    }

    /** Lets every statement of the service on a table wait. */
    void hold(String table) throws SQLException {
        connection.setAutoCommit(false);
        execute("lock table " + table + " in access exclusive mode");
    }

    /** Lets the service go on. */
    void release() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    /** Waits until the service stands still at a table, and cuts the connections that do. */
    void cutWhereItWaitsFor(String table) {
        await().untilAsserted(() -> assertThat(cut(table)).isPositive());
    }

    private int cut(String table) throws SQLException {
        // within a transaction, PostgreSQL shows the activity as it was at the first look
        execute("select pg_stat_clear_snapshot()");
        String sql = "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = current_user "
                + "and datname = current_database() and wait_event_type = 'Lock' and query like '%' || ? || '%'";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            return number(statement);
        }
    }

    /** Cuts all connections of the service, as a restart does, and answers how many there were. */
    int cutAll() throws SQLException {
        String sql = "select count(pg_terminate_backend(pid)) from pg_stat_activity "
                + "where usename = current_user and datname = current_database() and pid <> pg_backend_pid()";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return number(statement);
        }
    }

    private static int number(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
