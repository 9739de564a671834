/** Waiting for what is about to be true, with an end. */
package de.quartierwerk.kit.patience;
