/**
 * Tests across services. The platform is started once, on ports of its own and with an empty data folder, and walked
 * over HTTP with tokens of the realm, as an integrator would.
 */
package de.quartierwerk.acceptance;
