/** Reading runs: lists, single runs with their counts, and their progress. */
@NullMarked
package de.quartierwerk.classification.run.read;

import org.jspecify.annotations.NullMarked;
