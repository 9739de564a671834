/** Offers of the actors: what is there for whom, where, answering which need. */
@NullMarked
package de.quartierwerk.funding.offer;

import org.jspecify.annotations.NullMarked;
