/** Completes the API document of a service with what holds for every operation. */
@NullMarked
package de.quartierwerk.kit.openapi;

import org.jspecify.annotations.NullMarked;
