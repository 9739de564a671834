/** What happened outside of the usual order and an auditor looks at; each kind is a part of one view. */
@NullMarked
package de.quartierwerk.funding.irregularity;

import org.jspecify.annotations.NullMarked;
