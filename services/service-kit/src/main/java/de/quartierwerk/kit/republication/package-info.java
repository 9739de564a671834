/**
 * Everything once more: a service tells its whole content as the usual events, in bulk, with the versions that it has.
 * Consumers that have it skip it; one that was emptied becomes complete. A service implements
 * {@link de.quartierwerk.kit.republication.RepublicationSource}.
 */
@NullMarked
package de.quartierwerk.kit.republication;

import org.jspecify.annotations.NullMarked;
