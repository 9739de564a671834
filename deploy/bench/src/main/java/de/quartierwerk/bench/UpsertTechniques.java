package de.quartierwerk.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Techniques with which other systems write values: not used here, but good to set beside COPY. */
final class UpsertTechniques {
    private static final String COLUMNS =
            "indicator, period, space, revision, release, period_end, value, status, public_status";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String CONFLICT =
            " on conflict (indicator, period, space, revision) do update set value = excluded.value";

    private final Connection connection;
    private final List<Object[]> rows = new ArrayList<>();

    UpsertTechniques(Connection connection) {
        this.connection = connection;
    }

    /** Takes so many of the values that are there. */
    void prepare(int limit) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select " + COLUMNS + " from value limit " + limit)) {
            while (found.next()) {
                Object[] row = new Object[9];
                for (int i = 0; i < row.length; i++) {
                    row[i] = found.getObject(i + 1);
                }
                rows.add(row);
            }
        }
        execute("drop table if exists technique_source");
        execute("create table technique_source as select * from value limit " + limit);
    }

    /** Seconds of COPY of the rows, which are written to a file before. */
    double copy() throws SQLException, java.io.IOException {
        return new CopyReference(connection)
                .seconds(
                        "value",
                        "(indicator, period, space, revision) in"
                                + " (select indicator, period, space, revision from technique_source)");
    }

    /** Seconds of one upsert statement per row. */
    double upsertPerRow() throws SQLException {
        return multiValueUpsert(1);
    }

    /** Seconds of upsert statements of so many rows each, in one transaction. */
    double multiValueUpsert(int size) throws SQLException {
        execute("drop table if exists technique");
        execute("create table technique (like value including all)");
        connection.setAutoCommit(false);
        try {
            return Lines.seconds(() -> {
                for (int from = 0; from < rows.size(); from += size) {
                    upsert(rows.subList(from, Math.min(rows.size(), from + size)));
                }
                connection.commit();
            });
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void upsert(List<Object[]> some) throws SQLException {
        String sql = "insert into technique (" + COLUMNS + ") values "
                + String.join(", ", Collections.nCopies(some.size(), ROW)) + CONFLICT;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (Object[] row : some) {
                for (Object cell : row) {
                    statement.setObject(parameter++, cell);
                }
            }
            statement.executeUpdate();
        }
    }

    void drop() throws SQLException {
        execute("drop table technique");
        execute("drop table technique_source");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
