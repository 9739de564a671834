/** Programmes: what is funded from which money, and by which criteria, tied to published needs. */
package de.quartierwerk.funding.programme;
