package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.Crs;

/**
 * What is known of a file as a whole once it was read.
 *
 * @param received number of features or CSV records
 * @param partial whether the file speaks only of some properties (CSV): what it does not mention stays as it is
 * @param parentStated whether the file itself speaks of parents
 * @param ownSpans whether the file is in our own form, whose rows have spans of validity of their own
 * @param crs system in which boundaries were read
 */
record FileContent(int received, boolean partial, boolean parentStated, boolean ownSpans, Crs crs) {}
