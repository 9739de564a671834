/**
 * The fault suite. Persons write as patient integrators do and keep what was acknowledged; a nemesis kills, freezes and
 * cuts what they work with; a checker then compares what they keep with all services, and the services with each other.
 */
package de.quartierwerk.acceptance.faults;
