/** Completes the API document of a service with what holds for every operation. */
package de.quartierwerk.kit.openapi;
