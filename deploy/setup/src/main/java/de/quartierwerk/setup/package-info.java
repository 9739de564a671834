/**
 * Makes what an operated installation needs before its services start: databases, topics, realm. Each command may be
 * repeated at any time; it changes what is missing and leaves the rest alone.
 */
package de.quartierwerk.setup;
