package de.quartierwerk.registry.space;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.boundary.LonLat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A social space (Sozialraum) in one span of validity, as stored.
 *
 * @param id internal number
 * @param key natural key
 * @param name name for people
 * @param level code of its level
 * @param parent key of the next larger space, or null
 * @param path keys from the root down to this space
 * @param validFrom first day
 * @param validTo last day, or null while it lasts
 * @param areaSquareMetres area of the boundary, or null without one
 * @param centroid centre of the boundary, or null without one
 * @param attributes further attributes as delivered
 * @param version grows with every change
 */
public record Space(
        long id,
        String key,
        String name,
        String level,
        String parent,
        List<String> path,
        LocalDate validFrom,
        LocalDate validTo,
        BigDecimal areaSquareMetres,
        LonLat centroid,
        ObjectNode attributes,
        long version) {
    public Space {
        path = List.copyOf(path);
    }
}
