/** A tiny application that uses the kit as a service does, for the kit's own tests. */
package de.quartierwerk.kit.trial;
