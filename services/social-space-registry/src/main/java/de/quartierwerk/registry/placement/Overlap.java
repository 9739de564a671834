package de.quartierwerk.registry.placement;

/**
 * Two spaces overlap.
 *
 * @param row where it is told: the later one
 * @param other the earlier one
 * @param fault how much they overlap
 */
public record Overlap(Placed row, Placed other, PlacementFault fault) {}
