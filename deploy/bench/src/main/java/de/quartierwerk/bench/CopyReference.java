package de.quartierwerk.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** What PostgreSQL itself needs: COPY of rows that are there already into an empty table of the same shape. */
final class CopyReference {
    private final Connection connection;

    /** Works in the database of this connection. */
    CopyReference(Connection connection) {
        this.connection = connection;
    }

    /**
     * Seconds of COPY, commit included: the median of three, each into an empty table with the columns and indexes of
     * {@code table}.
     *
     * @param table table that has the rows
     * @param condition which of them
     */
    double seconds(String table, String condition) throws SQLException, IOException {
        Path rows = Files.createTempFile("rows", ".copy");
        try {
            String columns = columns(table);
            save("select " + columns + " from " + table + " where " + condition, rows);
            return Lines.sample(3, () -> load(table, columns, rows)).median();
        } finally {
            Files.delete(rows);
        }
    }

    /** Writes the rows of a query as COPY reads them. */
    void save(String query, Path file) throws SQLException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout", out);
        }
    }

    /** Reads the rows of a query as COPY writes them, and keeps nothing. */
    void discard(String query) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout", OutputStream.nullOutputStream());
    }

    /** The columns that are written; the database makes the others. */
    private String columns(String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute"
                        + " where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped"
                        + " and attgenerated = ''")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void load(String table, String columns, Path rows) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists copy_reference");
            statement.execute("create table copy_reference (like " + table + " including all)");
            load(rows, "copy_reference (" + columns + ")");
            statement.execute("drop table copy_reference");
        }
    }

    /** Copies a file into a table. */
    void load(Path rows, String table) throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(rows)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", in, 1 << 16);
        }
    }
}
