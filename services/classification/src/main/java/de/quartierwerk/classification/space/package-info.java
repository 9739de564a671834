/** Copies of the registry's levels and social spaces (Sozialräume), and the territory that a run works on. */
package de.quartierwerk.classification.space;
