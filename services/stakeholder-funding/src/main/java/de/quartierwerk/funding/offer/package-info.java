/** Offers of the actors: what is there for whom, where, answering which need. */
package de.quartierwerk.funding.offer;
