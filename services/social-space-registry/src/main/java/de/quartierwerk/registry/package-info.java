/**
 * Registry of social spaces (Sozialräume): levels, spaces with their validity and boundaries, and their import. It
 * tells the other services as events what it accepts.
 */
@NullMarked
package de.quartierwerk.registry;

import org.jspecify.annotations.NullMarked;
