/** Comparison of two versions of a scheme: what was added, removed, changed or put in another order, in words. */
package de.quartierwerk.classification.scheme.difference;
