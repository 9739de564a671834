package de.quartierwerk.classification.value;

import java.util.Set;
import java.util.UUID;

/**
 * The last batch of a release arrived and its values can be used; fired in the transaction that makes them so.
 *
 * @param release id of the release
 * @param indicators codes of its indicators
 * @param periods its periods as delivered
 */
public record ReleaseArrived(UUID release, Set<String> indicators, Set<String> periods) {
    public ReleaseArrived {
        indicators = Set.copyOf(indicators);
        periods = Set.copyOf(periods);
    }
}
