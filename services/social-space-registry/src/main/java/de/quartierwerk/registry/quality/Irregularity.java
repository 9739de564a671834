package de.quartierwerk.registry.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.registry.boundary.LonLat;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Something about the boundaries of a level that somebody should look at (Auffälligkeit).
 *
 * @param kind what it is
 * @param level level of the spaces
 * @param keys spaces that are concerned, in the order of their keys
 * @param parent key of the parent that they do not fit
 * @param squareMetres area of the faulty piece; 0 where it has none
 * @param share share of the space, the smaller space or the parent; 0 where it has none
 * @param place position in the piece or in the space
 * @param piece the faulty piece
 * @param proposal key of a space without boundary that the piece fits
 */
record Irregularity(
        Kind kind,
        String level,
        List<String> keys,
        @Nullable String parent,
        double squareMetres,
        double share,
        @Nullable LonLat place,
        @Nullable Geometry piece,
        @Nullable String proposal) {
    Irregularity {
        keys = keys.stream().sorted().toList();
    }

    /** Kinds of irregularities. */
    @Schema(
            name = "QualityKind",
            description =
                    "overlap: two spaces share an area; gap: a hole between spaces; sliver: a part narrower than a"
                            + " metre; outside-parent: a space leaves its parent; not-covered: a parent without its children;"
                            + " equal-boundary: two spaces with one boundary; no-boundary: a space without one; many-parts: more"
                            + " than ten parts; unshared-vertex: a corner on a neighbour's edge that the neighbour lacks")
    enum Kind {
        /** Two spaces share an area. */
        @JsonProperty("overlap")
        OVERLAP,
        /** A hole between spaces. */
        @JsonProperty("gap")
        GAP,
        /** A part narrower than a metre. */
        @JsonProperty("sliver")
        SLIVER,
        /** A space leaves its parent. */
        @JsonProperty("outside-parent")
        OUTSIDE_PARENT,
        /** A parent without its children. */
        @JsonProperty("not-covered")
        NOT_COVERED,
        /** Two spaces with one boundary. */
        @JsonProperty("equal-boundary")
        EQUAL_BOUNDARY,
        /** A space without boundary. */
        @JsonProperty("no-boundary")
        NO_BOUNDARY,
        /** A boundary of very many parts. */
        @JsonProperty("many-parts")
        MANY_PARTS,
        /** A corner on a neighbour's edge that the neighbour lacks. */
        @JsonProperty("unshared-vertex")
        UNSHARED_VERTEX;

        /** As it is written in answers. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Something about one space that has no area of its own. */
    static Irregularity of(Kind kind, String level, String key, @Nullable LonLat place) {
        return new Irregularity(kind, level, List.of(key), null, 0, 0, place, null, null);
    }
}
