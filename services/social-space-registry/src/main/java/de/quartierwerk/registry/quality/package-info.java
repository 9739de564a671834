/**
 * The quality report (Prüfbericht) on boundaries: where those of a level overlap, leave gaps, or do not fit their
 * parents. A level of any size is read in portions; only outlines of what fits are kept.
 */
@NullMarked
package de.quartierwerk.registry.quality;

import org.jspecify.annotations.NullMarked;
