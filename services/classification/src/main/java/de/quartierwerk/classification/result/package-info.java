/**
 * Results of runs: pages of classes, values and needs per space, and explanations, which are computed on reading from
 * what the run worked on. Where a suppressed value takes part, callers who are not stewards get classes and needs but
 * no value, contribution or distance.
 */
@NullMarked
package de.quartierwerk.classification.result;

import org.jspecify.annotations.NullMarked;
