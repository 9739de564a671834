/** Decided grants and their payments as stakeholder funding told them; only granted applications are ever shown. */
package de.quartierwerk.reporting.funding;
