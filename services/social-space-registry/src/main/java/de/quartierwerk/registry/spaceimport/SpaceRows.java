package de.quartierwerk.registry.spaceimport;

import java.util.List;

/**
 * What a file holds.
 *
 * @param received number of features or CSV records
 * @param rows good rows, each key once, in the file's order
 * @param findings faults of the others, and warnings
 * @param partial whether the file speaks only of some properties (CSV): what it does not mention stays as it is
 * @param parentStated whether the file itself speaks of parents
 */
record SpaceRows(int received, List<SpaceRow> rows, List<Finding> findings, boolean partial, boolean parentStated) {
    SpaceRows {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }
}
