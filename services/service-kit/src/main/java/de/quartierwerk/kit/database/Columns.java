package de.quartierwerk.kit.database;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads columns of types that JDBC does not give as they are used here. */
public final class Columns {
    private Columns() {}

    /** An array of texts; empty where the column is null. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return texts(row.getArray(column));
    }

    /** The same by the column's number, from 1. */
    public static List<String> texts(ResultSet row, int column) throws SQLException {
        return texts(row.getArray(column));
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Collections.unmodifiableList(Arrays.asList((String[]) array.getArray()));
    }

    /** An instant. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
