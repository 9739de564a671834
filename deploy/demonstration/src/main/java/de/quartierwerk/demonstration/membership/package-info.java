/** Which spaces belong to which field of action: drawn before any value is. */
package de.quartierwerk.demonstration.membership;
