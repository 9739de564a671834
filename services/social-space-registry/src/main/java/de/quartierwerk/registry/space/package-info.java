/**
 * Social spaces (Sozialräume). A space is identified by its key and the first day of its validity: a key belongs to one
 * space at any moment, and may be given anew after that space ended. {@code path} holds the keys from the root down to
 * the space itself; with it a caller's areas are checked in SQL.
 */
package de.quartierwerk.registry.space;
