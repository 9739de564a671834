package de.quartierwerk.ingestion.intake.mapping;

import de.quartierwerk.events.Period;
import java.util.Optional;

/** Periods in names, for those who look at a table before there is a mapping. Pure functions. */
public final class ColumnPeriods {
    private ColumnPeriods() {}

    /** A name without its period, and the period. */
    public record Split(String name, Period period) {}

    /** Takes a column name apart; empty where it holds no period, or several. */
    public static Optional<Split> of(String columnName) {
        return HeaderPeriod.of(columnName).map(found -> new Split(found.name(), found.period()));
    }

    /** The one period in the name of a sheet. */
    public static Optional<Period> ofSheet(String name) {
        return HeaderPeriod.ofSheet(name);
    }
}
