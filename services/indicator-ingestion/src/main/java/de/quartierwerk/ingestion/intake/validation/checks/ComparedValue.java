package de.quartierwerk.ingestion.intake.validation.checks;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A staged value and another number of the same file with which it does not agree. */
record ComparedValue(StagedPlace place, BigDecimal value, BigDecimal other) {

    /** Reads it from the columns of its place, value and other. */
    static ComparedValue of(ResultSet row) throws SQLException {
        return new ComparedValue(StagedPlace.of(row), row.getBigDecimal("value"), row.getBigDecimal("other"));
    }

    /** Warns of it; both numbers are quoted. */
    void warn(CheckedFile file, String code) {
        file.findings().warning(file.place(place), code, CheckedFile.plain(value), CheckedFile.plain(other));
    }
}
