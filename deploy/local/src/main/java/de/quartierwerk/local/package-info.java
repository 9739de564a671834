/**
 * The whole platform on one machine: servers, services, the demonstration region.
 *
 * <p>{@link de.quartierwerk.local.LocalPlatform} starts, stops, kills and restarts the parts and is what tests across
 * services use; {@link de.quartierwerk.local.Run} is the command behind {@code deploy/local/run}. Every process is a
 * guarded child: when the JVM that started it goes, however, it goes too.
 */
package de.quartierwerk.local;
