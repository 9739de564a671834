package de.quartierwerk.classification.method;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What classes need to know of the spaces beside the values.
 *
 * @param groups groups within which classes are formed
 * @param weights weights of the spaces; without them all count the same
 */
@SuppressWarnings("ArrayRecordComponent") // a column, which is never compared
record ClassContext(Groups groups, double @Nullable [] weights) {
    /** All together, every space counting the same. */
    static ClassContext plain(int size) {
        return new ClassContext(Groups.whole(size), null);
    }

    static ClassContext of(@Nullable ClassRule rule, Function<@Nullable String, Groups> groups, Figures figures) {
        if (rule == null) {
            return new ClassContext(groups.apply(null), null);
        }
        double[] weights = null;
        if (rule.weight() != null) {
            Column column = figures.column(rule.weight(), 0);
            weights = new double[column.size()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = column.value(i);
            }
        }
        return new ClassContext(groups.apply(rule.within()), weights);
    }

    /** For some positions only. */
    ClassContext at(int... positions) {
        return new ClassContext(
                groups.at(positions),
                weights == null
                        ? null
                        : Arrays.stream(positions).mapToDouble(i -> weights[i]).toArray());
    }
}
