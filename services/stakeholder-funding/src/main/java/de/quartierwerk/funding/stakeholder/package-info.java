/** Actors of social planning (Akteure, Träger): who there is, where they work, and who may see them. */
@NullMarked
package de.quartierwerk.funding.stakeholder;

import org.jspecify.annotations.NullMarked;
