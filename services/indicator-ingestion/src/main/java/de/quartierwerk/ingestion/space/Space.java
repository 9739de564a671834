package de.quartierwerk.ingestion.space;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A social space (Sozialraum) as the registry tells it.
 *
 * @param key its key
 * @param name its name
 * @param level code of its level
 * @param path keys from the root down to itself
 * @param validFrom first day of validity
 * @param validTo last day of validity; null while there is none
 * @param areaSquareMetres its area, where the registry knows it
 * @param consistsOf keys of spaces of another division that it consists of
 */
public record Space(
        String key,
        String name,
        String level,
        List<String> path,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable BigDecimal areaSquareMetres,
        List<String> consistsOf) {
    /** Copies the lists. */
    public Space {
        path = List.copyOf(path);
        consistsOf = List.copyOf(consistsOf);
    }

    /** A space that consists of nothing but what lies in it. */
    public Space(
            String key,
            String name,
            String level,
            List<String> path,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable BigDecimal areaSquareMetres) {
        this(key, name, level, path, validFrom, validTo, areaSquareMetres, List.of());
    }

    /** Whether the space is valid on a day. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
