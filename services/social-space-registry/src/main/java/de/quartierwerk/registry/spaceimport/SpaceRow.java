package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.boundary.Boundary;

/**
 * A good row of a file: a space as delivered.
 *
 * @param row number of the feature, from 1, or line of the CSV file
 * @param key key
 * @param name name
 * @param parent key of the parent, or null
 * @param attributes all other properties or columns
 * @param boundary boundary, or null where the file has none
 */
record SpaceRow(int row, String key, String name, String parent, ObjectNode attributes, Boundary boundary) {}
