package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Definition of an indicator (Indikatordefinition). In JSON its parts lie side by side, as {@link DefinitionRequest}
 * has them.
 *
 * @param naming what it is called
 * @param unit {@code percent}, {@code persons}, {@code per-1000} …
 * @param kind kind of figure
 * @param polarity what a high value means
 * @param theme subject it belongs to
 * @param computation what it is computed from
 * @param disclosure how much of it the public may see
 * @param limits which values are possible
 * @param timing which days it is about
 * @param relations how it hangs together with others
 * @param origin where it comes from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Definition", description = "Definition of an indicator")
public record Definition(
        @JsonUnwrapped Naming naming,
        @Schema(examples = "percent") String unit,
        Kind kind,
        Polarity polarity,
        @Schema(examples = "employment") @Nullable String theme,
        @JsonUnwrapped Computation computation,
        @JsonUnwrapped Disclosure disclosure,
        @JsonUnwrapped Limits limits,
        @JsonUnwrapped Timing timing,
        @JsonUnwrapped Relations relations,
        @JsonUnwrapped Origin origin) {

    /** The smallest count that is published where the catalogue does not ask for more. */
    public static final int USUAL_MINIMUM_COUNT = 3;

    /** The least number of cases of a mean that is published where the catalogue does not ask for more. */
    public static final int USUAL_MINIMUM_CASES = 5;

    /** A definition that states the essentials only. */
    public static Definition of(String name, String unit, Kind kind) {
        return new Definition(
                new Naming(name, null, null),
                unit,
                kind,
                Polarity.NEUTRAL,
                null,
                Computation.NONE,
                Disclosure.USUAL,
                Limits.NONE,
                Timing.NONE,
                Relations.NONE,
                Origin.NONE);
    }

    /** The definition that was written, with what was left out filled in. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Definition of(DefinitionRequest written) {
        return written.definition();
    }

    /** The same definition, computed in another way. */
    public Definition with(Computation other) {
        return new Definition(
                naming, unit, kind, polarity, theme, other, disclosure, limits, timing, relations, origin);
    }

    /** Whether its values are computed from other indicators. */
    public boolean computed() {
        return formula() != null || (numerator() != null && denominator() != null);
    }

    /** Its name for people. */
    public String name() {
        return naming.name();
    }

    /** Code of the indicator that is its numerator. */
    public @Nullable String numerator() {
        return computation.numerator();
    }

    /** Code of the indicator that is its denominator. */
    public @Nullable String denominator() {
        return computation.denominator();
    }

    /** Arithmetic over codes in brackets. */
    public @Nullable String formula() {
        return computation.formula();
    }

    /** Counts from 1 to one less are suppressed. */
    public int minimumCount() {
        return disclosure.minimumCount();
    }

    /** Whether it is kept from the public that none or all of a group are concerned. */
    public boolean sensitiveGroup() {
        return Boolean.TRUE.equals(disclosure.sensitive());
    }

    /** Decimals that the public may see. */
    public @Nullable Integer publicDecimals() {
        return disclosure.publicDecimals();
    }

    /** Whether it counts what happens in a period, so that a year is the sum of its parts. */
    public boolean addsUpOverTime() {
        return timing.stockOrFlow() == StockOrFlow.FLOW;
    }

    /** How the counts are changed so that none of them is exact. */
    public @Nullable NoiseProtection protection() {
        return disclosure.protection();
    }

    /** Least possible value. */
    public @Nullable BigDecimal minimum() {
        return limits.minimum();
    }

    /** Greatest possible value. */
    public @Nullable BigDecimal maximum() {
        return limits.maximum();
    }

    /** Day of the year as {@code --12-31}. */
    public @Nullable String referenceDate() {
        return timing.referenceDate();
    }
}
