/**
 * Of what the installation is made (Software-Stückliste): a list of parts per service and one for the whole, and checks
 * of their licences, of known vulnerabilities, and of secrets in the repository.
 */
@NullMarked
package de.quartierwerk.supplychain;

import org.jspecify.annotations.NullMarked;
