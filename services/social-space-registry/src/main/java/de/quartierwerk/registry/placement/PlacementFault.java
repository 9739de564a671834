package de.quartierwerk.registry.placement;

import de.quartierwerk.registry.boundary.BoundaryFault;

/**
 * What is wrong with the place of a boundary.
 *
 * @param fault what, and where
 * @param grave whether the boundary cannot be right; otherwise somebody should look at it
 */
public record PlacementFault(BoundaryFault fault, boolean grave) {}
