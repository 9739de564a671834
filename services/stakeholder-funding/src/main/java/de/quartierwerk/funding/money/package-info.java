/** Amounts of money as the API writes them: decimal strings of one currency. */
@NullMarked
package de.quartierwerk.funding.money;

import org.jspecify.annotations.NullMarked;
