/** The audit trail: an entry is written in the transaction of the change it tells of, and read at {@code /v1/audit}. */
@NullMarked
package de.quartierwerk.kit.audit;

import org.jspecify.annotations.NullMarked;
