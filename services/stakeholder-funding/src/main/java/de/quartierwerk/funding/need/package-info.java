/** Published needs for action: what classification found or people stated, run by run. */
package de.quartierwerk.funding.need;
