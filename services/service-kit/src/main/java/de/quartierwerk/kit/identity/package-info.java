/** Who asks: the roles, areas and organisation of the bearer token, checked on every call. */
package de.quartierwerk.kit.identity;
