package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Inputs;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that is about to be released.
 *
 * @param space space key
 * @param value exact value
 * @param numerator exact numerator
 * @param denominator exact denominator
 * @param status status as delivered or computed
 * @param controlledAtSource whether its source has controlled it
 * @param inputs whether the public sees the values it was computed from
 * @param revision revision of the known value that it follows, 0 for none
 * @param line line of the file it comes from
 * @param column number of the file's column it comes from, from 0
 * @param origin what it comes from if from no file: {@link #COMPUTED} or {@link #ROLLED_UP}
 * @param besides what only disclosure control needs: the cell key of a count, the largest contributions to a sum
 */
record Figure(
        String space,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        String status,
        boolean controlledAtSource,
        Inputs inputs,
        int revision,
        @Nullable Long line,
        @Nullable Integer column,
        @Nullable String origin,
        List<BigDecimal> besides) {

    /** A value of which nothing else is known. */
    Figure(
            String space,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            String status,
            boolean controlledAtSource,
            Inputs inputs,
            int revision,
            @Nullable Long line,
            @Nullable Integer column,
            @Nullable String origin) {
        this(
                space,
                value,
                numerator,
                denominator,
                status,
                controlledAtSource,
                inputs,
                revision,
                line,
                column,
                origin,
                List.of());
    }

    /** A known share without its counts, to be judged anew. */
    static Figure bare(Known known) {
        return new Figure(
                known.space(),
                known.value(),
                null,
                null,
                known.status(),
                true,
                Inputs.PUBLIC,
                known.revision(),
                null,
                null,
                null);
    }

    /**
     * A bare share with the counts that the catalogue names behind it; without a denominator nobody can tell whether it
     * is a secret.
     *
     * @param top its numerator, where that is known
     * @param factor what the quotient is multiplied by
     */
    Figure withCounts(@Nullable BigDecimal top, @Nullable BigDecimal bottom, BigDecimal factor) {
        if (value == null || numerator != null) {
            return this;
        }
        BigDecimal count =
                top != null || bottom == null ? top : value.multiply(bottom).divide(factor, 0, RoundingMode.HALF_UP);
        BigDecimal group = bottom == null ? denominator : bottom;
        boolean controlled = controlledAtSource && count != null && group != null;
        return new Figure(space, value, count, group, status, controlled, inputs, revision, line, column, origin);
    }

    /** A count with another value. */
    Figure with(@Nullable BigDecimal other) {
        return new Figure(space, other, null, null, status, controlledAtSource, inputs, revision, line, column, origin);
    }

    /** The same with another status. */
    Figure with(String other) {
        return new Figure(
                space,
                value,
                numerator,
                denominator,
                other,
                controlledAtSource,
                inputs,
                revision,
                line,
                column,
                origin,
                besides);
    }

    /** Computed from other indicators. */
    static final String COMPUTED = "computed";
    /** Summed up from smaller spaces. */
    static final String ROLLED_UP = "rolled-up";
}
