/** The check of an application against the criteria of its programme, as pure functions. */
package de.quartierwerk.funding.criteria;
