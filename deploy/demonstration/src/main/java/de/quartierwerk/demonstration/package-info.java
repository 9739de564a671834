/**
 * A made-up city region: territory, indicators, values, fields of action and the people who work with them.
 *
 * <p>{@link de.quartierwerk.demonstration.DemonstrationRegion} draws a region of any size from a seed. Memberships in
 * the fields of action are drawn first and the values are drawn around them with margins, so that the shipped scheme
 * finds exactly the drawn memberships, whatever the seed. Nothing in it is taken from a real place; names carry the
 * mark "(erfunden)" and the region lies in the sea.
 *
 * <p>{@code load} brings a region onto a running platform through its public REST interface.
 */
package de.quartierwerk.demonstration;
