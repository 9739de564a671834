/** Actors, offers and grants once more, as the usual events. */
@NullMarked
package de.quartierwerk.funding.republication;

import org.jspecify.annotations.NullMarked;
