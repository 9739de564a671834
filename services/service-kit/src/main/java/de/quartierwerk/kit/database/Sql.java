package de.quartierwerk.kit.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Runs SQL that no entity mapping would make clearer: set-based changes, COPY, reads of many rows. Statements take
 * {@code ?} parameters: null, text, numbers, dates, instants, UUIDs, booleans, bytes, arrays of text, numbers, and
 * {@link Json}. Each runs in the present transaction, or in one of its own.
 */
@NullUnmarked
@ApplicationScoped
@Transactional
public class Sql {
    private static final int ROWS_AT_ONCE = 5000;
    private static final int CHARACTERS_AT_ONCE = 1 << 20;

    private final DataSource database;
    private final ObjectMapper json;

    Sql(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Turns the present row of a result into a value, and does not move on. */
    @FunctionalInterface
    public interface Mapper<T> {
        /** The row as a value. */
        T map(ResultSet row) throws SQLException;
    }

    /** Takes the rows of a result one by one, and does not move on. */
    @FunctionalInterface
    public interface RowVisitor {
        /** Takes the present row. */
        void visit(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /** Hands rows to a COPY. */
    interface Loading {
        void by(CopyIn copy) throws SQLException;
    }

    /** All rows of a query. */
    public <T> List<T> list(String sql, Mapper<T> mapper, Object... parameters) {
        List<T> values = new ArrayList<>();
        each(sql, mapper, values::add, parameters);
        return values;
    }

    /** The first row of a query. */
    public <T> Optional<T> first(String sql, Mapper<T> mapper, Object... parameters) {
        return list(sql, mapper, parameters).stream().findFirst();
    }

    /** The number that a query of one row and column gives. */
    public long number(String sql, Object... parameters) {
        return first(sql, row -> row.getLong(1), parameters).orElseThrow();
    }

    /** Hands every row of a query on, reading some thousands at once. */
    public <T> void each(String sql, Mapper<T> mapper, Consumer<T> consumer, Object... parameters) {
        visit(sql, row -> consumer.accept(mapper.map(row)), parameters);
    }

    /** Shows every row of a query, reading some thousands at once. */
    public void visit(String sql, RowVisitor visitor, Object... parameters) {
        prepared(sql, statement -> {
            statement.setFetchSize(ROWS_AT_ONCE);
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(rows);
                }
            }
            return null;
        });
    }

    /** Runs a function whose result does not count, e.g. an advisory lock. */
    public void call(String sql, Object... parameters) {
        visit(sql, row -> {}, parameters);
    }

    /** Changes rows and answers how many. */
    public int update(String sql, Object... parameters) {
        return prepared(sql, statement -> {
            bind(statement, parameters);
            return statement.executeUpdate();
        });
    }

    /** Runs a change once per row of parameters. */
    public void updateAll(String sql, Iterable<Object[]> rows) {
        prepared(sql, statement -> {
            int waiting = 0;
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
                if (++waiting == ROWS_AT_ONCE) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            return statement.executeBatch();
        });
    }

    /**
     * Loads rows by one COPY and empties them; does nothing where there are none.
     *
     * @param into table with its columns, {@code "value (space, period)"}
     */
    public void copy(String into, CopyRows rows) {
        if (!rows.isEmpty()) {
            load(into, copy -> write(copy, rows));
        }
    }

    /**
     * Loads rows in the present transaction while the caller makes more of them.
     *
     * @param into table with its columns, {@code "value (space, period)"}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public CopyBehind copyBehind(String into) {
        try {
            return new CopyBehind(database.getConnection(), into);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /**
     * Loads rows by COPY, made while the server takes them.
     *
     * @param into table with its columns, {@code "value (space, period)"}
     * @param rows rows as {@link CopyRows#row} takes them
     */
    public void copy(String into, Iterator<? extends List<?>> rows) {
        load(into, copy -> {
            CopyRows portion = new CopyRows();
            while (rows.hasNext()) {
                portion.row(rows.next());
                if (portion.size() >= CHARACTERS_AT_ONCE) {
                    write(copy, portion);
                }
            }
            write(copy, portion);
        });
    }

    private static void write(CopyIn copy, CopyRows rows) throws SQLException {
        byte[] bytes = rows.take();
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private void load(String into, Loading loading) {
        try (Connection connection = database.getConnection()) {
            load(begin(connection, into), loading);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    static CopyIn begin(Connection connection, String into) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
    }

    static void load(CopyIn copy, Loading loading) throws SQLException {
        try {
            loading.by(copy);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
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

    /** A JSON column as an object, or null. */
    public <T> T json(ResultSet row, String column, TypeReference<T> type) throws SQLException {
        try {
            String text = row.getString(column);
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A column of texts, empty where it is null. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        java.sql.Array array = row.getArray(column);
        return array == null ? List.of() : Collections.unmodifiableList(Arrays.asList((String[]) array.getArray()));
    }

    /** A column with an instant, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private <T> T prepared(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
    }

    private void bind(PreparedStatement statement, int place, Object value) throws SQLException {
        Connection connection = statement.getConnection();
        if (value == null) {
            statement.setNull(place, Types.NULL);
        } else if (value instanceof Instant instant) {
            statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof String[] texts) {
            statement.setArray(place, connection.createArrayOf("text", texts));
        } else if (value instanceof Long[] numbers) {
            statement.setArray(place, connection.createArrayOf("bigint", numbers));
        } else if (value instanceof BigDecimal[] numbers) {
            statement.setArray(place, connection.createArrayOf("numeric", numbers));
        } else if (value instanceof Json document) {
            statement.setObject(place, text(document), Types.OTHER);
        } else {
            statement.setObject(place, value);
        }
    }

    private String text(Json document) {
        try {
            return document.value() == null ? null : json.writeValueAsString(document.value());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
