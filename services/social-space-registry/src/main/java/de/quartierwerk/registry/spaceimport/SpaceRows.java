package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.Crs;
import java.util.List;

/**
 * What a file holds.
 *
 * @param received number of features or CSV records
 * @param rows good rows in the file's order; some may have one key
 * @param findings faults of the others, and warnings
 * @param partial whether the file speaks only of some properties (CSV): what it does not mention stays as it is
 * @param parentStated whether the file itself speaks of parents
 * @param crs system in which boundaries were read
 */
record SpaceRows(
        int received, List<SpaceRow> rows, List<Finding> findings, boolean partial, boolean parentStated, Crs crs) {
    SpaceRows {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /** The same rows, whose boundaries were read in this system. */
    SpaceRows in(Crs system) {
        return new SpaceRows(received, rows, findings, partial, parentStated, system);
    }
}
