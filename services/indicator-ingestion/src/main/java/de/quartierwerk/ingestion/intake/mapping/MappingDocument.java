package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Mapping} as it is written: one JSON object with all fields side by side, of which any may be left out. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class MappingDocument {
    @Nullable
    String layout;

    @Nullable
    String level;

    @Nullable
    String spaceColumn;

    @Nullable
    String spaceMatch;

    @Nullable
    String period;

    @Nullable
    String periodColumn;

    @Nullable
    Boolean periodInHeader;

    @Nullable
    Boolean periodFromSheet;

    @Nullable
    Map<String, Mapping.Column> columns;

    @Nullable
    String indicatorColumn;

    @Nullable
    String valueColumn;

    @Nullable
    String numeratorColumn;

    @Nullable
    String denominatorColumn;

    @Nullable
    String statusColumn;

    Mapping.@Nullable Rows rows;

    @Nullable
    String delimiter;

    @Nullable
    String decimal;

    @Nullable
    String grouping;

    @Nullable
    String charset;

    @Nullable
    Boolean header;

    @Nullable
    Integer headerRows;

    @Nullable
    List<String> sheets;

    @Nullable
    String sheet;

    @Nullable
    List<String> missing;

    @Nullable
    List<String> suppressed;

    @Nullable
    List<String> unreliable;

    @Nullable
    List<Mapping.Sum> sums;

    @Nullable
    Boolean atomic;

    @Nullable
    Boolean controlledAtSource;

    @Nullable
    Boolean holdOnWarnings;

    Mapping mapping() {
        return new Mapping(
                layout,
                new Mapping.SpaceFields(level, spaceColumn, spaceMatch),
                new Mapping.PeriodFields(period, periodColumn, periodInHeader, periodFromSheet),
                columns,
                new Mapping.LongColumns(indicatorColumn, valueColumn, numeratorColumn, denominatorColumn, statusColumn),
                rows,
                new Mapping.TextFormat(delimiter, decimal, grouping, charset),
                new Mapping.Tables(header, headerRows, sheets, sheet),
                new Mapping.Signs(missing, suppressed, unreliable),
                new Mapping.Policy(sums, atomic, controlledAtSource, holdOnWarnings));
    }
}
