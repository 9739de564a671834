/**
 * Decided grants and their payments as stakeholder funding published them; only granted applications are ever shown.
 */
@NullMarked
package de.quartierwerk.reporting.funding;

import org.jspecify.annotations.NullMarked;
