package de.quartierwerk.acceptance;

import de.quartierwerk.local.LocalService;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/** How many rows each table of a service has. */
final class RowCounts implements AutoCloseable {

    /**
     * What comes and goes by itself: events on their way, ids of events that came, positions in topics, what was told.
     */
    private static final Set<String> PASSING = Set.of(
            "outbox",
            "published_offset",
            "inbox",
            "inbox_position",
            "inbox_bulk",
            "idempotency_answer",
            "deadline_told");

    private final Databases databases;
    private final Map<LocalService, Connection> connections = new EnumMap<>(LocalService.class);
    private final Map<LocalService, String> queries = new EnumMap<>(LocalService.class);

    RowCounts(Databases databases) {
        this.databases = databases;
    }

    /** Rows by table. */
    Map<String, Long> of(LocalService service) throws SQLException, IOException {
        Connection connection = connections.get(service);
        if (connection == null) {
            connection = databases.open(service);
            connections.put(service, connection);
            queries.put(service, query(connection));
        }
        Map<String, Long> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(queries.get(service))) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    private static String query(Connection connection) throws SQLException {
        StringJoiner query = new StringJoiner(" union all ");
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("select table_name from information_schema.tables"
                        + " where table_schema = current_schema() and table_type = 'BASE TABLE'")) {
            while (tables.next()) {
                String table = tables.getString(1);
                if (!PASSING.contains(table)) {
                    query.add("select '" + table + "', count(*) from \"" + table + '"');
                }
            }
        }
        return query.toString();
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }
}
