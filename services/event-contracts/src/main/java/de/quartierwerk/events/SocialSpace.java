package de.quartierwerk.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * State of a social space (Sozialraum) after it was created or changed. Its identity is {@code key} with
 * {@code validFrom}: a key may be given anew after its space ended.
 *
 * @param key natural key, {@code [A-Za-z0-9._:-]{1,64}}
 * @param name name for people
 * @param level code of its level
 * @param parent key of the next larger space
 * @param path keys from the root down to this space itself
 * @param validFrom first day of validity
 * @param validTo last day of validity; open while it lasts
 * @param areaSquareMetres area of the exact boundary
 * @param boundary GeoJSON geometry in WGS84, simplified for maps
 * @param attributes further attributes as they were delivered
 * @param version grows with every change of this space
 */
public record SocialSpace(
        String key,
        String name,
        String level,
        @Nullable String parent,
        List<String> path,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable BigDecimal areaSquareMetres,
        @Nullable Map<String, Object> boundary,
        Map<String, String> attributes,
        long version) {
    public SocialSpace {
        path = Copies.of(path);
        boundary = boundary == null ? null : Copies.of(boundary);
        attributes = Copies.of(attributes);
    }
}
