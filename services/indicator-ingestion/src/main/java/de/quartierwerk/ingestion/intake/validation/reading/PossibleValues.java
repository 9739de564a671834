package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.catalogue.Units;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which values an indicator can have, as far as its kind and unit tell. Pure functions. */
final class PossibleValues {
    private static final Set<String> SHARES = Set.of("percent", "%", "permille", "‰", "share");
    private static final Set<String> YEARS = Set.of("years", "year", "jahre", "jahr");
    /** No mean of ages or durations in years is higher. */
    private static final BigDecimal MOST_YEARS = BigDecimal.valueOf(150);

    private PossibleValues() {}

    /** Whether the values are parts of a whole. */
    static boolean isShare(Definition definition) {
        return definition.kind() == Kind.RATIO && SHARES.contains(definition.unit());
    }

    /** What is wrong with a value that no limits of the catalogue forbid; null for nothing. */
    static @Nullable String fault(Definition definition, BigDecimal value) {
        boolean negative = value.signum() < 0 && definition.minimum() == null;
        if (definition.kind() == Kind.COUNT) {
            return negative ? "value.negative-count" : null;
        }
        boolean beyond = definition.maximum() == null && value.compareTo(Units.factor(definition.unit())) > 0;
        return isShare(definition) && (negative || beyond) ? "value.share-impossible" : null;
    }

    /** Whether a number can be a value of the indicator at all; asked where it can be read in two ways. */
    static boolean possible(Definition definition, BigDecimal value) {
        BigDecimal most = most(definition);
        return (most == null || value.abs().compareTo(most) <= 0)
                && (definition.minimum() == null || value.compareTo(definition.minimum()) >= 0);
    }

    private static @Nullable BigDecimal most(Definition definition) {
        if (definition.maximum() != null) {
            return definition.maximum();
        }
        if (isShare(definition)) {
            return Units.factor(definition.unit());
        }
        boolean years = definition.kind() == Kind.MEAN && YEARS.contains(definition.unit());
        return years ? MOST_YEARS : null;
    }
}
