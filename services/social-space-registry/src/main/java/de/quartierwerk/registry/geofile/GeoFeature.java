package de.quartierwerk.registry.geofile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.boundary.DeliveredBoundary;
import org.jspecify.annotations.Nullable;

/**
 * A feature of a layer.
 *
 * @param properties its columns; empty ones are absent
 * @param tooLarge whether there is no room for its texts, of which {@code properties} then holds the beginnings
 * @param boundary its polygons; absent without a geometry and where it is no polygon
 * @param otherType type of a geometry that is no polygon
 * @param undecodable column whose text is not written in the file's charset
 * @param unreadable column of numbers with something that is none, which is left out
 */
public record GeoFeature(
        ObjectNode properties,
        boolean tooLarge,
        @Nullable DeliveredBoundary boundary,
        @Nullable String otherType,
        @Nullable String undecodable,
        @Nullable String unreadable) {}
