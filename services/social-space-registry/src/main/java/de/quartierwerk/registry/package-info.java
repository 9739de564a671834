/**
 * Registry of social spaces (Sozialräume): levels, spaces with their validity and boundaries, and their import. What it
 * accepts it tells the other services as events.
 */
package de.quartierwerk.registry;
