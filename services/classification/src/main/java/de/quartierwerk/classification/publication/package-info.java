/**
 * Publication of runs (Veröffentlichung): results are preliminary until they were fed back; then a run goes to the
 * other services in batches and can be read by everybody. A published run is superseded by a later one, never changed.
 */
@NullMarked
package de.quartierwerk.classification.publication;

import org.jspecify.annotations.NullMarked;
