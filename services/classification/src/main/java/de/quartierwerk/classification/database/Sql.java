package de.quartierwerk.classification.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Runs SQL statements with {@code ?} parameters; null, text, numbers, dates, instants, text arrays and bytes. */
@ApplicationScoped
public class Sql {
    private static final int ROWS_AT_ONCE = 5000;

    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /** Reads the present row of a result and does not move on. */
    @FunctionalInterface
    public interface Mapper<T> {
        /** The row as a value. */
        T map(ResultSet row) throws SQLException;
    }

    /** All rows of a query. */
    @Transactional
    public <T> List<T> list(String sql, Mapper<T> mapper, Object... parameters) {
        List<T> values = new ArrayList<>();
        each(sql, mapper, values::add, parameters);
        return values;
    }

    /** Hands every row of a query on, reading some thousands at once. */
    @Transactional
    public <T> void each(String sql, Mapper<T> mapper, Consumer<T> consumer, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            bind(connection, statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(mapper.map(rows));
                }
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

    /** Changes rows once per list of parameters. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void updateAll(String sql, Iterable<List<Object>> parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (List<Object> row : parameters) {
                bind(connection, statement, row.toArray());
                statement.addBatch();
                if (++waiting == ROWS_AT_ONCE) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Loads rows in PostgreSQL's COPY text format. */
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

    /** A column of texts, empty where it is null. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        java.sql.Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /** A column with an instant, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static void bind(Connection connection, PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value == null) {
                statement.setNull(i + 1, Types.NULL);
            } else if (value instanceof String[] texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts));
            } else if (value instanceof Long[] numbers) {
                statement.setArray(i + 1, connection.createArrayOf("bigint", numbers));
            } else if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
