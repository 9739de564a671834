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
    /** A file with larger texts is taken for a broken one. */
    private static final int LARGEST_VALUE = 50_000_000;

    /** As much of any other text as is needed to tell that it is too long for an attribute. */
    private static final int LARGEST_TEXT = 1 << 20;

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
    void read(Table table, String boundary, RowConsumer consumer) throws BrokenFile {
        List<String> expressions = table.columns().stream()
                .map(column -> column.equalsIgnoreCase(boundary)
                        ? either(quoted(column), LARGEST_BOUNDARY, "octet_length(" + quoted(column) + ")")
                        : either(
                                quoted(column),
                                LARGEST_TEXT,
                                "substr(" + quoted(column) + ", 1, " + LARGEST_TEXT + ")"))
                .toList();
        readExpressions(table, expressions, consumer);
    }

    /** Another expression where a column has more bytes. */
    private static String either(String column, int mostBytes, String otherwise) {
        return "case when octet_length(" + column + ") > " + mostBytes + " then " + otherwise + " else " + column
                + " end";
    }

    /** Hands over some columns of all rows. */
    void read(Table table, List<String> columns, RowConsumer consumer) throws BrokenFile {
        readExpressions(table, columns.stream().map(SqliteStatements::quoted).toList(), consumer);
    }

    private void readExpressions(Table table, List<String> expressions, RowConsumer consumer) throws BrokenFile {
        String query = "select " + String.join(", ", expressions) + " from " + quoted(table.name());
        try (ResultIterator<List<@Nullable Object>> rows = database.select(query)
                .map((row, context) -> row(row, expressions.size()))
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
            Object value = row.getObject(i);
            values.add(value instanceof Integer number ? (Object) number.longValue() : value);
        }
        return values;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        database.close();
    }
}
