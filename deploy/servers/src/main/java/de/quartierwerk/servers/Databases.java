package de.quartierwerk.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Roles and databases of a PostgreSQL server, made as its superuser. Every call may be repeated.
 *
 * @param url address of the database {@code postgres}, e.g. {@code jdbc:postgresql://127.0.0.1:15432/postgres}
 * @param user the superuser
 * @param password of the superuser
 */
public record Databases(String url, String user, String password) {
    private static final int LOGIN_SECONDS = 10;

    /** Makes the role with this password, or gives it this password. */
    public void createRole(String name, String rolePassword) throws SQLException {
        try (Connection connection = connect()) {
            String verb = exists(connection, "select 1 from pg_roles where rolname = ?", name) ? "alter" : "create";
            execute(
                    connection,
                    verb + " role " + quoted(name) + " login password '" + rolePassword.replace("'", "''") + "'");
        }
    }

    /** Makes the database, closed to all but its owner, if it is not there. */
    public void createDatabase(String name, String owner) throws SQLException {
        try (Connection connection = connect()) {
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                execute(connection, "create database " + quoted(name) + " owner " + quoted(owner));
            }
            execute(connection, "revoke all on database " + quoted(name) + " from public");
        }
    }

    /** Drops the database whoever is connected. */
    void dropDatabase(String name) throws SQLException {
        try (Connection connection = connect()) {
            execute(connection, "drop database if exists " + quoted(name) + " with (force)");
        }
    }

    Connection connect() throws SQLException {
        DriverManager.setLoginTimeout(LOGIN_SECONDS);
        return DriverManager.getConnection(url, user, password);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
