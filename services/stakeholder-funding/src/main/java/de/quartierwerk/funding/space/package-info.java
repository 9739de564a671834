/** Copies of the social spaces, for references and for the area scope of every query. */
package de.quartierwerk.funding.space;
