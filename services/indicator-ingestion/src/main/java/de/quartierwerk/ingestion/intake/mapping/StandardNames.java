package de.quartierwerk.ingestion.intake.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a standard format mean, which a mapping need not say.
 *
 * @param space column of the region, where the format has one
 * @param period column of the period, where the format has one
 * @param value column of the value
 * @param status column of the status, where the format has one
 */
record StandardNames(
        @Nullable String space,
        @Nullable String period,
        String value,
        @Nullable String status) {

    /** The mapping with the columns that it leaves out. */
    Mapping complete(Mapping mapping) {
        SpaceFields spaces = mapping.spaces();
        boolean knowsSpace = spaces.spaceColumn() != null
                || spaces.space() != null
                || spaces.inHeader()
                || spaces.inRows()
                || !spaces.keyRule().parts().isEmpty();
        PeriodFields periods = mapping.periods();
        boolean knowsPeriod = periods.period() != null
                || !periods.columns().isEmpty()
                || mapping.headerHasPeriods()
                || mapping.rowsArePeriods()
                || mapping.sheetsArePeriods();
        ValueFields values = mapping.values();
        boolean ownValue = values.valueColumn() != null || values.numeratorColumn() != null || mapping.hasWideLayout();
        return new Mapping(
                mapping.layout(),
                knowsSpace
                        ? spaces
                        : new SpaceFields(
                                spaces.level(),
                                space,
                                spaces.spaceMatch(),
                                null,
                                null,
                                null,
                                spaces.key(),
                                spaces.keyLength()),
                knowsPeriod
                        ? periods
                        : new PeriodFields(
                                null,
                                period,
                                null,
                                periods.periodFormat(),
                                periods.periodInHeader(),
                                periods.periodInRows(),
                                periods.periodFromSheet()),
                mapping.columns(),
                new ValueFields(
                        values.indicator(),
                        values.indicatorColumn(),
                        values.indicators(),
                        ownValue ? values.valueColumn() : value,
                        values.numeratorColumn(),
                        values.denominatorColumn(),
                        values.cellKeyColumn(),
                        values.contributionColumns(),
                        values.statusColumn() == null ? status : values.statusColumn(),
                        values.factor()),
                mapping.rows(),
                mapping.text(),
                mapping.tables(),
                mapping.signs(),
                mapping.policy());
    }

    /** The first of some names that a header has. */
    static @Nullable String first(List<String> header, List<String> names) {
        return names.stream().filter(header::contains).findFirst().orElse(null);
    }
}
