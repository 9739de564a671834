package de.quartierwerk.ingestion.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Runs SQL in the present transaction, or by itself where there is none. Parameters may be text, numbers, dates,
 * instants, UUIDs, booleans, byte arrays, text arrays and null.
 */
@ApplicationScoped
public class Database {
    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Turns a row of a result into an object. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes the rows of a result one by one. */
    @FunctionalInterface
    public interface RowVisitor {
        void visit(ResultSet row) throws SQLException;
    }

    /** A database failure, which is never the caller's fault. */
    public static final class DatabaseFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DatabaseFailure(SQLException cause) {
            super("SQL state " + cause.getSQLState(), cause);
        }
    }

    /** All rows. */
    public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        List<T> rows = new ArrayList<>();
        visit(sql, row -> rows.add(reader.read(row)), parameters);
        return rows;
    }

    /** The first row, if any. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** Reads rows in portions; the result is never in memory as a whole when a transaction is running. */
    public void visit(String sql, RowVisitor visitor, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(5000);
            bind(connection, statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(rows);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Changes rows.
     *
     * @return how many
     */
    public int update(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Runs a function whose result does not count, e.g. an advisory lock. */
    public void call(String sql, Object... parameters) {
        visit(sql, row -> {}, parameters);
    }

    /** Loads rows by COPY and empties the buffers. */
    public void copy(String into, CopyRows... buffers) {
        if (Arrays.stream(buffers).allMatch(CopyRows::isEmpty)) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
            try {
                for (CopyRows buffer : buffers) {
                    byte[] rows = buffer.take();
                    copy.writeToCopy(rows, 0, rows.length);
                }
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Runs an action whose statements join without nested loops. Nobody has counted the rows that were just loaded;
     * such joins, good for few rows, would take hours where there are many.
     */
    public void withoutNestedLoops(Runnable action) {
        call("select set_config('enable_nestloop', 'off', true)");
        action.run();
        call("select set_config('enable_nestloop', 'on', true)");
    }

    /** The text array of a column, as a list; empty where it is null. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        java.sql.Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** The instant of a column, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        java.time.OffsetDateTime time = row.getObject(column, java.time.OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static void bind(Connection connection, PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            if (parameter instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else if (parameter instanceof String[] texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts));
            } else {
                statement.setObject(i + 1, parameter);
            }
        }
    }
}
