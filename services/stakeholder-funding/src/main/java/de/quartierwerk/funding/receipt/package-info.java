/** Lists of receipts (Belegliste) that prove what was spent: read from tables, checked row by row. */
@NullMarked
package de.quartierwerk.funding.receipt;

import org.jspecify.annotations.NullMarked;
