/** Simulations: a run with a scheme in the request, on public values, of which nothing is stored. */
@NullMarked
package de.quartierwerk.classification.simulation;

import org.jspecify.annotations.NullMarked;
