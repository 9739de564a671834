package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.catalogue.Units;
import de.quartierwerk.ingestion.intake.validation.staging.StagedValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Values that have a numerator and a denominator. Pure functions. */
final class Ratios {
    private Ratios() {}

    /** Whether values of the indicator have parts. */
    static boolean hasParts(Definition definition) {
        return definition.kind() == Kind.RATIO || definition.kind() == Kind.MEAN;
    }

    /** The value that the parts give; null where the denominator is 0. */
    static @Nullable BigDecimal of(Definition definition, BigDecimal n, BigDecimal d) {
        return definition.kind() == Kind.MEAN ? Units.mean(n, d) : Units.ratio(n, d, definition.unit());
    }

    /** Whether the numerator of a share exceeds its denominator. */
    static boolean exceeds(Definition definition, BigDecimal n, BigDecimal d) {
        return definition.kind() != Kind.MEAN && Units.isShare(definition.unit()) && n.compareTo(d) > 0;
    }

    /** A value and one of its parts give the other one, which must be no secret either. */
    static StagedValue.Figures completed(
            Definition definition, @Nullable BigDecimal value, @Nullable BigDecimal n, @Nullable BigDecimal d) {
        if (value == null || (n == null && d == null)) {
            return new StagedValue.Figures(value, n, d);
        }
        BigDecimal factor = definition.kind() == Kind.MEAN ? BigDecimal.ONE : Units.factor(definition.unit());
        if (n == null) {
            return new StagedValue.Figures(value, d == null ? null : Units.quotient(value.multiply(d), factor), d);
        }
        boolean none = value.signum() == 0;
        return new StagedValue.Figures(value, none ? null : n, none ? null : Units.quotient(n.multiply(factor), value));
    }

    /** Whether a delivered ratio is not what its parts give, at the decimals that were delivered. */
    static boolean differ(BigDecimal delivered, BigDecimal computed) {
        BigDecimal unitOfLastDigit = BigDecimal.ONE.movePointLeft(delivered.scale());
        return delivered.subtract(computed).abs().compareTo(unitOfLastDigit) > 0;
    }
}
