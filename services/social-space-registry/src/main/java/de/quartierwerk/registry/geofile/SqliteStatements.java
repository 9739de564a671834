package de.quartierwerk.registry.geofile;

import de.quartierwerk.registry.boundary.BoundaryRoom;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteLimits;

/**
 * Reads tables of a foreign SQLite database that may be hostile. Nothing of it is executed: no views, no virtual
 * tables, no computed columns; its functions are not trusted, and nothing can be written.
 */
final class SqliteStatements implements Closeable {
    static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final String BROKEN = "import.geopackage-broken";
    /** Bytes of a boundary with as many positions as are possible, heights and measures, and its header. */
    static final int LARGEST_BOUNDARY = 4 * Double.BYTES * BoundaryRoom.MOST_POSITIONS + (1 << 22);
    /** The library reads no larger value. */
    private static final int LARGEST_VALUE = 50_000_000;

    /** A character takes no more bytes, whatever the database's charset. */
    private static final int BYTES_OF_A_CHARACTER = 4;

    /** As much of a text as names a row that is too large. */
    private static final int LONGEST_NAME = 200;

    private final Handle database;

    SqliteStatements(Path path) throws BrokenFile {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path);
        try {
            database = Jdbi.open(source);
        } catch (ConnectionException e) {
            throw new BrokenFile(BROKEN);
        }
        try {
            SQLiteConnection connection = database.getConnection().unwrap(SQLiteConnection.class);
            connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LARGEST_VALUE);
            database.execute("pragma trusted_schema = off");
            database.execute("pragma query_only = on");
            database.execute("pragma cell_size_check = on");
        } catch (JdbiException | SQLException e) {
            database.close();
            throw new BrokenFile(BROKEN);
        }
    }

    /**
     * A table.
     *
     * @param name its name as the file writes it
     * @param columns names of its columns
     * @param flags those of them that hold truth values, as 0 and 1
     * @param number the column that numbers the rows, if there is one
     */
    record Table(String name, List<String> columns, Set<String> flags, Optional<String> number) {}

    /** A column of a table. */
    private record Column(String name, String type, boolean numbersRows) {}

    /** Takes a row; the values are null, Long, Double, String or byte[], in the order of the table's columns. */
    interface RowConsumer {
        void accept(List<@Nullable Object> row) throws BrokenFile;
    }

    /** Takes a row with a boundary, and whether there is no room for its texts, which are then cut off early. */
    interface FeatureConsumer {
        void accept(List<@Nullable Object> row, boolean tooLarge) throws BrokenFile;
    }

    /** The table of that name, whatever the case of its letters; views and virtual tables are none. */
    Optional<Table> table(String name) throws BrokenFile {
        try {
            Optional<String> found =
                    database.select("""
                            select name from sqlite_schema
                            where type = 'table' and rootpage > 0 and lower(name) = lower(?)""", name).mapTo(String.class).findOne();
            return found.map(known -> table(
                    known,
                    database.select(
                                    "select name, upper(type), pk from pragma_table_xinfo(?) where hidden = 0 order by cid",
                                    known)
                            .map((row, context) -> new Column(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getInt(3) == 1 && "INTEGER".equals(row.getString(2))))
                            .list()));
        } catch (JdbiException e) {
            throw new BrokenFile(BROKEN);
        }
    }

    private static Table table(String name, List<Column> columns) {
        return new Table(
                name,
                columns.stream().map(Column::name).toList(),
                columns.stream()
                        .filter(column -> "BOOLEAN".equals(column.type()))
                        .map(Column::name)
                        .collect(Collectors.toSet()),
                columns.stream().filter(Column::numbersRows).map(Column::name).findFirst());
    }

    /**
     * Hands over all rows; of a boundary that is too large only its size.
     *
     * @param boundary column with the boundaries
     */
    void read(Table table, String boundary, FeatureConsumer consumer) throws BrokenFile {
        List<String> texts = table.columns().stream()
                .filter(column -> !column.equalsIgnoreCase(boundary))
                .map(SqliteStatements::quoted)
                .toList();
        String expressions = table.columns().stream()
                .map(column -> column.equalsIgnoreCase(boundary) ? boundary(quoted(column)) : text(quoted(column)))
                .collect(Collectors.joining(", "));
        String query = "select " + expressions + ", " + bytes(texts) + " from " + quoted(table.name());
        int columns = table.columns().size();
        try (ResultIterator<Row> rows = database.select(query)
                .map((row, context) -> featureRow(row, columns))
                .iterator()) {
            while (rows.hasNext()) {
                Row row = rows.next();
                consumer.accept(row.values(), row.tooLarge());
            }
        } catch (JdbiException e) {
            throw new BrokenFile(BROKEN);
        }
    }

    private static String boundary(String column) {
        return "case when octet_length(%1$s) > %2$d then octet_length(%1$s) else %1$s end"
                .formatted(column, LARGEST_BOUNDARY);
    }

    /** The value of a column, as far as it is read; bytes are no attribute. */
    private static String text(String column) {
        return "case when typeof(%1$s) = 'blob' or octet_length(%1$s) > %2$d then null".formatted(column, LARGEST_VALUE)
                + " when octet_length(%1$s) > %2$d then substr(%1$s, 1, %2$d) else %1$s end"
                        .formatted(column, TextRoom.LONGEST_TEXT);
    }

    /** How many bytes of texts are read of a row; more than there is room for where a text cannot be read. */
    private static String bytes(List<String> columns) {
        if (columns.size() > 1) {
            // a plain sum of very many columns nests deeper than the library allows
            int half = columns.size() / 2;
            return "(" + bytes(columns.subList(0, half)) + " + " + bytes(columns.subList(half, columns.size())) + ")";
        }
        return columns.isEmpty()
                ? "0"
                : "case when typeof(%1$s) <> 'text' then 0 when octet_length(%1$s) > %2$d then %3$d"
                                .formatted(columns.get(0), LARGEST_VALUE, LARGEST_VALUE)
                        + " else min(octet_length(%1$s), %2$d) end"
                                .formatted(columns.get(0), BYTES_OF_A_CHARACTER * TextRoom.LONGEST_TEXT);
    }

    /** A row with a boundary. */
    private record Row(List<@Nullable Object> values, boolean tooLarge) {}

    private static Row featureRow(ResultSet row, int columns) throws SQLException {
        boolean tooLarge = row.getLong(columns + 1) > (long) BYTES_OF_A_CHARACTER * TextRoom.MOST_CHARACTERS;
        List<@Nullable Object> values = new ArrayList<>();
        int characters = 0;
        for (int i = 1; i <= columns; i++) {
            Object value = value(row, i);
            if (value instanceof String text) {
                characters += text.length();
                tooLarge |= characters > TextRoom.MOST_CHARACTERS;
            }
            values.add(tooLarge ? beginning(value) : value);
        }
        if (tooLarge) {
            values.replaceAll(SqliteStatements::beginning);
        }
        return new Row(values, tooLarge);
    }

    private static @Nullable Object beginning(@Nullable Object value) {
        return value instanceof String text ? text.substring(0, Math.min(text.length(), LONGEST_NAME)) : value;
    }

    /** Hands over some columns of all rows, the beginnings of long texts only. */
    void read(Table table, List<String> columns, RowConsumer consumer) throws BrokenFile {
        String expressions = columns.stream()
                .map(SqliteStatements::quoted)
                .map(SqliteStatements::text)
                .collect(Collectors.joining(", "));
        String query = "select " + expressions + " from " + quoted(table.name());
        try (ResultIterator<List<@Nullable Object>> rows = database.select(query)
                .map((row, context) -> row(row, columns.size()))
                .iterator()) {
            while (rows.hasNext()) {
                consumer.accept(rows.next());
            }
        } catch (JdbiException e) {
            throw new BrokenFile(BROKEN);
        }
    }

    long count(Table table) throws BrokenFile {
        try {
            return database.select("select count(*) from " + quoted(table.name()))
                    .mapTo(Long.class)
                    .one();
        } catch (JdbiException e) {
            throw new BrokenFile(BROKEN);
        }
    }

    private static List<@Nullable Object> row(ResultSet row, int columns) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            values.add(value(row, i));
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        database.close();
    }
}
