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
 * @param shortName name for maps and narrow tables
 * @param level code of its level
 * @param hierarchy code of the hierarchy to which the level belongs; absent for one that is not stored yet
 * @param parent key of the next larger space
 * @param path keys from the root down to this space
 * @param validFrom first day
 * @param validTo last day; absent while it lasts
 * @param areaSquareMetres area of the boundary
 * @param centroid centre of the boundary
 * @param labelPoint position inside the boundary
 * @param attributes further attributes as delivered
 * @param links pages and documents about the space
 * @param version grows with every change
 */
public record Space(
        long id,
        String key,
        String name,
        @Nullable String shortName,
        String level,
        @Nullable String hierarchy,
        @Nullable String parent,
        List<String> path,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable BigDecimal areaSquareMetres,
        @Nullable LonLat centroid,
        @Nullable LonLat labelPoint,
        ObjectNode attributes,
        List<SpaceLink> links,
        long version) {
    public Space {
        path = List.copyOf(path);
        links = List.copyOf(links);
    }

    /** Whether both have the same names, parent, last day, attributes and links. */
    boolean equalsInContent(Space other) {
        return name.equals(other.name)
                && Objects.equals(shortName, other.shortName)
                && links.equals(other.links)
                && Objects.equals(parent, other.parent)
                && Objects.equals(validTo, other.validTo)
                && Attributes.equal(attributes, other.attributes);
    }
}
