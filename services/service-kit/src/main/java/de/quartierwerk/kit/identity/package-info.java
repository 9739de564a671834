/** Who asks: the roles, areas and organisation of the bearer token, checked on every call. */
@NullMarked
package de.quartierwerk.kit.identity;

import org.jspecify.annotations.NullMarked;
