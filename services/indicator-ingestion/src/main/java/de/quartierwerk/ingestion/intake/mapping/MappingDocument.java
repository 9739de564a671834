package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Mapping} as it is written: one JSON object with all fields side by side, of which any may be left out. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class MappingDocument {
    @Nullable
    Layout layout;

    @Nullable
    String level;

    @Nullable
    String spaceColumn;

    @Nullable
    SpaceMatch spaceMatch;

    @Nullable
    String space;

    @Nullable
    Boolean spaceInHeader;

    @Nullable
    Boolean spaceInRows;

    @Nullable
    KeyRule key;

    @Nullable
    Integer keyLength;

    @Nullable
    String period;

    @Nullable
    String periodColumn;

    @Nullable
    List<String> periodColumns;

    @Nullable
    PeriodFormat periodFormat;

    @Nullable
    Boolean periodInHeader;

    @Nullable
    Boolean periodInRows;

    @Nullable
    Boolean periodFromSheet;

    @Nullable
    Map<String, Mapping.Column> columns;

    @Nullable
    String indicator;

    @Nullable
    String indicatorColumn;

    @Nullable
    @JsonDeserialize(using = TextsOnce.class)
    Map<String, String> indicators;

    @Nullable
    String valueColumn;

    @Nullable
    String numeratorColumn;

    @Nullable
    String denominatorColumn;

    @Nullable
    String cellKeyColumn;

    @Nullable
    List<String> contributionColumns;

    @Nullable
    String statusColumn;

    @Nullable
    Integer factor;

    @Nullable
    MappingRows rows;

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
    List<String> zero;

    @Nullable
    @JsonDeserialize(using = TextsOnce.class)
    Map<String, String> statuses;

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
                new SpaceFields(level, spaceColumn, spaceMatch, space, spaceInHeader, spaceInRows, key, keyLength),
                new PeriodFields(
                        period,
                        periodColumn,
                        periodColumns,
                        periodFormat,
                        periodInHeader,
                        periodInRows,
                        periodFromSheet),
                columns,
                new ValueFields(
                        indicator,
                        indicatorColumn,
                        indicators,
                        valueColumn,
                        numeratorColumn,
                        denominatorColumn,
                        cellKeyColumn,
                        contributionColumns,
                        statusColumn,
                        factor),
                rows,
                new Mapping.TextFormat(delimiter, decimal, grouping, charset),
                new Mapping.Tables(header, headerRows, sheets, sheet),
                new SignFields(missing, suppressed, unreliable, zero, statuses),
                new Mapping.Policy(sums, atomic, controlledAtSource, holdOnWarnings));
    }
}
