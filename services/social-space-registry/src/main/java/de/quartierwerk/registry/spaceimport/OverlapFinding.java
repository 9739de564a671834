package de.quartierwerk.registry.spaceimport;

import org.jspecify.annotations.Nullable;

/**
 * Two spaces overlap.
 *
 * @param finding told at the later row
 * @param otherRow the other row, if it is one; where that is left out, the finding goes
 */
record OverlapFinding(Finding finding, @Nullable Integer otherRow) {}
