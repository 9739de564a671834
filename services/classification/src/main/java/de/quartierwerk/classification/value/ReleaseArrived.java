package de.quartierwerk.classification.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The last batch of a release arrived and its values can be used; fired in the transaction that makes them so.
 *
 * @param release id of the release
 * @param parts what it holds values of
 */
public record ReleaseArrived(UUID release, List<Part> parts) {
    public ReleaseArrived {
        parts = List.copyOf(parts);
    }

    /**
     * The values of one indicator and period.
     *
     * @param indicator indicator code
     * @param period period as delivered
     * @param periodEnd reference date
     */
    public record Part(String indicator, String period, LocalDate periodEnd) {}

    /** Codes of its indicators. */
    public Set<String> indicators() {
        return parts.stream().map(Part::indicator).collect(Collectors.toSet());
    }
}
