/** Copies of the registry's levels and social spaces (Sozialräume), and the territory that a run works on. */
@NullMarked
package de.quartierwerk.classification.space;

import org.jspecify.annotations.NullMarked;
