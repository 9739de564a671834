/** The audit trail: an entry is written in the transaction of the change it tells of, and read at {@code /v1/audit}. */
package de.quartierwerk.kit.audit;
