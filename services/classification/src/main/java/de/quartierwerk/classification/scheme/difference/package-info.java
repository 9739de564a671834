/** Comparison of two versions of a scheme: what was added, removed, changed or put in another order, in words. */
@NullMarked
package de.quartierwerk.classification.scheme.difference;

import org.jspecify.annotations.NullMarked;
