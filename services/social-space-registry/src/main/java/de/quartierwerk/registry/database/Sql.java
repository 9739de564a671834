package de.quartierwerk.registry.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Runs SQL statements with {@code ?} parameters on the connection of the running transaction. */
@ApplicationScoped
public class Sql {
    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /** Turns the present row of a result into a value. */
    @FunctionalInterface
    public interface Mapper<T> {
        /** Reads the present row; must not move on. */
        T map(ResultSet row) throws SQLException;
    }

    /** All rows of a query. */
    @Transactional
    public <T> List<T> list(String sql, Mapper<T> mapper, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(mapper.map(rows));
                }
                return values;
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** The first row of a query. */
    @Transactional
    public <T> Optional<T> first(String sql, Mapper<T> mapper, Object... parameters) {
        return list(sql, mapper, parameters).stream().findFirst();
    }

    /** The number that a query of one row and column gives. */
    @Transactional
    public long number(String sql, Object... parameters) {
        return first(sql, row -> row.getLong(1), parameters).orElseThrow();
    }

    /** Changes rows and answers how many. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int update(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Loads rows in PostgreSQL's COPY text format, see {@link CopyText}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void copy(String sql, InputStream rows) {
        try (Connection connection = database.getConnection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, rows);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof String[] texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts));
            } else if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
