package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.boundary.Boundary;
import org.jspecify.annotations.Nullable;

/**
 * A good row of a file: a space as delivered.
 *
 * @param row number of the feature, from 1, or line of the CSV file
 * @param key key
 * @param name name
 * @param shortName short name, where the file has one
 * @param parent key of the parent
 * @param attributes all other properties or columns
 * @param boundary boundary, where the file has one
 * @param span its own span of validity
 */
record SpaceRow(
        int row,
        String key,
        String name,
        @Nullable String shortName,
        @Nullable String parent,
        ObjectNode attributes,
        @Nullable Boundary boundary,
        Span span) {}
