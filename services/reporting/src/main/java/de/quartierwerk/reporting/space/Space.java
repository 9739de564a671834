package de.quartierwerk.reporting.space;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A social space (Sozialraum) as it was valid on some day.
 *
 * @param key natural key
 * @param name name for people
 * @param level code of its level
 * @param parent key of the next larger space
 * @param path keys from the root down to the space itself
 * @param validFrom first day of validity
 * @param validTo last day of validity, null while it lasts
 * @param areaSquareMetres area of its boundary, null without one
 */
public record Space(
        String key,
        String name,
        String level,
        @Nullable String parent,
        List<String> path,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable BigDecimal areaSquareMetres) {
    /** First days of validity by key: together they are what a space is known by, since a key can be given anew. */
    public static Map<String, LocalDate> since(Collection<Space> spaces) {
        return spaces.stream().collect(Collectors.toMap(Space::key, Space::validFrom, (one, other) -> one));
    }
}
