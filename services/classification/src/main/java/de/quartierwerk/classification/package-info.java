/** Classification (Klassifikation): schemes, runs over released values, results and needs for action. */
@NullMarked
package de.quartierwerk.classification;

import org.jspecify.annotations.NullMarked;
