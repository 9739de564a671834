package de.quartierwerk.ingestion.intake.validation.staging;

import de.quartierwerk.ingestion.catalogue.Indicator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A good value with its place.
 *
 * @param controlled whether its source has controlled it; null where nobody has said so
 * @param besides what only disclosure control needs: the cell key of a count, the largest contributions to a sum
 * @param usable whether it is there, not a missing one
 */
public record StagedValue(
        Place place,
        Cell cell,
        Figures figures,
        String status,
        @Nullable Boolean controlled,
        List<BigDecimal> besides,
        boolean usable) {
    /** Copies the numbers. */
    public StagedValue {
        besides = List.copyOf(besides);
    }

    /** Line of the file from 1, column from 0. */
    public record Place(long line, int column) {}

    /**
     * What the value is about.
     *
     * @param level level of the space
     * @param periodEnd reference date of the period
     * @param spaceNumber number of the space within this check, from 0
     */
    public record Cell(
            Indicator indicator, String period, LocalDate periodEnd, String level, String space, int spaceNumber) {}

    /** The numbers; null where there is none. */
    public record Figures(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {
        /** No number at all. */
        public static final Figures NONE = new Figures(null, null, null);
    }
}
