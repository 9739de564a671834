/**
 * PostgreSQL, Kafka and Keycloak on this machine, for the tests and for the local platform.
 *
 * <p>The servers run in a JVM of their own ({@link de.quartierwerk.servers.ServersProcess}), whose class path is
 * written by the build. What other modules use needs nothing but the JDK:
 * {@link de.quartierwerk.servers.QuartierwerkServers} and {@link de.quartierwerk.servers.Tokens} in tests,
 * {@link de.quartierwerk.servers.ServersCommand} and {@link de.quartierwerk.servers.GuardedProcess} in the local
 * platform.
 */
package de.quartierwerk.servers;
