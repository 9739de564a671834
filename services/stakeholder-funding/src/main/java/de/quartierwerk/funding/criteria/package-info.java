/** The check of an application against the criteria of its programme, as pure functions. */
@NullMarked
package de.quartierwerk.funding.criteria;

import org.jspecify.annotations.NullMarked;
