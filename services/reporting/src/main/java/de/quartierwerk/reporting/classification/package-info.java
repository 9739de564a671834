/** Published classification runs with their results and needs, and the overview of the fields of action. */
@NullMarked
package de.quartierwerk.reporting.classification;

import org.jspecify.annotations.NullMarked;
