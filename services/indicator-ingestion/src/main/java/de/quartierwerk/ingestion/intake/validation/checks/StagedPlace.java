package de.quartierwerk.ingestion.intake.validation.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;

/**
 * Where a staged value stands.
 *
 * @param sheet number of the table, from 0
 */
record StagedPlace(int sheet, long line, int column) implements Comparable<StagedPlace> {
    private static final Comparator<StagedPlace> ORDER = Comparator.comparing(StagedPlace::sheet)
            .thenComparing(StagedPlace::line)
            .thenComparing(StagedPlace::column);

    /** Reads it from the columns sheet, line and column_number. */
    static StagedPlace of(ResultSet row) throws SQLException {
        return new StagedPlace(row.getInt("sheet"), row.getLong("line"), row.getInt("column_number"));
    }

    @Override
    public int compareTo(StagedPlace other) {
        return ORDER.compare(this, other);
    }
}
