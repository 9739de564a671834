/**
 * What one caller, and all of them together, may take of a service at once:
 * {@link de.quartierwerk.kit.limit.RequestGate} counts requests and gives places,
 * {@link de.quartierwerk.kit.limit.SlowClients} cuts those who read or write too slowly,
 * {@link de.quartierwerk.kit.limit.LivenessRoute} answers whatever else waits.
 */
@NullMarked
package de.quartierwerk.kit.limit;

import org.jspecify.annotations.NullMarked;
