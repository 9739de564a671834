package de.quartierwerk.reporting.space;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
        @Nullable BigDecimal areaSquareMetres) {}
