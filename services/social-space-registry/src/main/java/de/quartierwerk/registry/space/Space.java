package de.quartierwerk.registry.space;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.boundary.LonLat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A social space (Sozialraum) in one span of validity.
 *
 * @param id internal number; 0 for one that is not stored yet
 * @param key natural key
 * @param name name for people
 * @param level code of its level
 * @param parent key of the next larger space
 * @param path keys from the root down to this space
 * @param validFrom first day
 * @param validTo last day; absent while it lasts
 * @param areaSquareMetres area of the boundary
 * @param centroid centre of the boundary
 * @param attributes further attributes as delivered
 * @param version grows with every change
 */
public record Space(
        long id,
        String key,
        String name,
        String level,
        @Nullable String parent,
        List<String> path,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable BigDecimal areaSquareMetres,
        @Nullable LonLat centroid,
        ObjectNode attributes,
        long version) {
    public Space {
        path = List.copyOf(path);
    }

    /** Whether both have the same name, parent, last day and attributes. */
    boolean equalsInContent(Space other) {
        return name.equals(other.name)
                && Objects.equals(parent, other.parent)
                && Objects.equals(validTo, other.validTo)
                && Attributes.equal(attributes, other.attributes);
    }
}
