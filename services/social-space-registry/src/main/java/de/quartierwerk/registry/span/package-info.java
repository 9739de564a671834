/**
 * Spaces span by span with their exact boundaries, read in portions: what everything that leaves as a map or a file is
 * made of.
 */
@NullMarked
package de.quartierwerk.registry.span;

import org.jspecify.annotations.NullMarked;
