package de.quartierwerk.classification.method;

/**
 * The same index for larger areas: the weighted mean of the spaces' values, standardised and classed anew.
 *
 * @param level code of the larger level
 * @param weight indicator whose value is the weight, usually inhabitants
 * @param restandardise standardisation over the larger areas
 */
public record RollUp(String level, String weight, Standardise restandardise) {}
