/** Simulations: a run with a scheme in the request, on public values, of which nothing is stored. */
package de.quartierwerk.classification.simulation;
