package de.quartierwerk.ingestion.space;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A social space (Sozialraum) as the registry tells it.
 *
 * @param key its key
 * @param name its name
 * @param level code of its level
 * @param path keys from the root down to itself
 * @param validFrom first day of validity
 * @param validTo last day of validity, or null
 * @param areaSquareMetres area, or null
 */
public record Space(
        String key,
        String name,
        String level,
        List<String> path,
        LocalDate validFrom,
        LocalDate validTo,
        BigDecimal areaSquareMetres) {
    /** Copies the path. */
    public Space {
        path = List.copyOf(path);
    }

    /** Whether the space is valid on a day. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
