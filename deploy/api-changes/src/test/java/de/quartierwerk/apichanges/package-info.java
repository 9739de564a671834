/**
 * A change of an API that breaks a caller fails the build: the present API documents are compared with those of the
 * last release, and what is accepted stands in {@code accepted.csv} with its reason.
 */
package de.quartierwerk.apichanges;
