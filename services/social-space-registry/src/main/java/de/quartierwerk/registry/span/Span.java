package de.quartierwerk.registry.span;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.boundary.LonLat;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A space in one span of validity (Gültigkeitszeitraum).
 *
 * @param key natural key
 * @param name name for people
 * @param shortName name for maps and narrow tables
 * @param level code of its level
 * @param parent key of the next larger space
 * @param validFrom first day
 * @param validTo last day; absent while it lasts
 * @param areaSquareMetres area of the boundary
 * @param centroid centre of the boundary
 * @param labelPoint position inside the boundary
 * @param attributes further attributes as delivered
 * @param boundary exact boundary in WGS84
 */
public record Span(
        String key,
        String name,
        @Nullable String shortName,
        String level,
        @Nullable String parent,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable BigDecimal areaSquareMetres,
        @Nullable LonLat centroid,
        @Nullable LonLat labelPoint,
        ObjectNode attributes,
        @Nullable Geometry boundary) {

    /** Where it stands among the spans of its level. */
    public SpanPosition position() {
        return new SpanPosition(key, validFrom);
    }
}
