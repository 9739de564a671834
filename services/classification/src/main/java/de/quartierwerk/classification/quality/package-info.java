/** Quality of results: how robust classes are, and what changed between two runs. */
@NullMarked
package de.quartierwerk.classification.quality;

import org.jspecify.annotations.NullMarked;
