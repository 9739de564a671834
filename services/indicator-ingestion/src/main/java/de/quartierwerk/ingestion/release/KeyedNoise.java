package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.CellKeys;
import de.quartierwerk.events.ValueStatus;
import de.quartierwerk.ingestion.catalogue.NoiseProtection;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Changes counts by the cell keys that were delivered beside them. A count without a key was checked before the
 * catalogue asked for one; it is suppressed, since nobody may see it as it is. What was released before has no key
 * either, and stays as it was.
 */
final class KeyedNoise implements UnaryOperator<Figure> {
    private final CellKeys keys;
    private final boolean restored;

    /** @param restored whether the counts were released before; beside what was suppressed then stands a number */
    KeyedNoise(NoiseProtection protection, int minimum, boolean restored) {
        this.restored = restored;
        this.keys = new CellKeys(
                protection.deviation().intValueExact(),
                Objects.requireNonNull(protection.variance()).doubleValue(),
                minimum);
    }

    @Override
    public Figure apply(Figure figure) {
        BigDecimal count = figure.value();
        if (count == null || count.signum() == 0) {
            return figure;
        }
        if (figure.besides().isEmpty() != restored) {
            return figure.with((BigDecimal) null).with(ValueStatus.SUPPRESSED);
        }
        return restored
                ? figure
                : figure.with(keys.changed(count, figure.besides().get(0)));
    }
}
