/** How this service answers writes: creation or change by {@code PUT}, and waiting for the broker. */
package de.quartierwerk.funding.answer;
