/** Brings a region onto a running platform through its public REST interface, as the right users. */
package de.quartierwerk.demonstration.load;
