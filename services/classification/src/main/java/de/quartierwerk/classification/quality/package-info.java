/** Quality of results: how robust classes are, and what changed between two runs. */
package de.quartierwerk.classification.quality;
