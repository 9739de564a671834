/** Bodies that advise and decide (Gremien), and which of them is competent for which matter and amount. */
@NullMarked
package de.quartierwerk.funding.body;

import org.jspecify.annotations.NullMarked;
