package de.quartierwerk.ingestion.release;

import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Formula;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.catalogue.Quotient;
import de.quartierwerk.ingestion.catalogue.Units;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which figures are parts of a group of cases. Pure functions. */
final class Shares {
    private static final int[] NOTHING = {};

    private Shares() {}

    /** A ratio to anything but a number of cases, such as an area, has no group that could be too small. */
    static boolean isShare(Definition definition, Map<String, Indicator> catalogue) {
        Indicator denominator = definition.denominator() == null ? null : catalogue.get(definition.denominator());
        if (denominator != null) {
            return denominator.definition().kind() == Kind.COUNT;
        }
        return Units.isShare(definition.unit())
                || Units.factor(definition.unit()).compareTo(BigDecimal.ONE) > 0;
    }

    /** Numerator and denominator of a share that is written as a formula over counts. */
    static Optional<Quotient> quotient(Indicator indicator, Map<String, Indicator> catalogue) {
        Definition definition = indicator.definition();
        if (definition.formula() == null
                || definition.kind() != Kind.RATIO
                || !isShare(definition, catalogue)
                || !indicator.inputs().stream().allMatch(input -> isCount(catalogue.get(input)))) {
            return Optional.empty();
        }
        try {
            return Formula.parse(definition.formula()).quotient();
        } catch (Formula.Malformed checkedBefore) {
            throw new IllegalStateException(checkedBefore);
        }
    }

    /** Places of the inputs that make up the numerator of a computed share; empty where it is none. */
    static int[] above(Indicator indicator, Map<String, Indicator> catalogue) {
        return isPlain(indicator)
                ? new int[] {0}
                : quotient(indicator, catalogue).map(Quotient::above).orElse(NOTHING);
    }

    /** Places of the inputs that make up its denominator. */
    static int[] below(Indicator indicator, Map<String, Indicator> catalogue) {
        return isPlain(indicator)
                ? new int[] {1}
                : quotient(indicator, catalogue).map(Quotient::below).orElse(NOTHING);
    }

    private static boolean isPlain(Indicator indicator) {
        return indicator.definition().computed() && indicator.definition().formula() == null;
    }

    private static boolean isCount(@Nullable Indicator indicator) {
        return indicator != null && indicator.definition().kind() == Kind.COUNT;
    }
}
