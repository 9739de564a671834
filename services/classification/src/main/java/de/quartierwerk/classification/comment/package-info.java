/**
 * Comments (Rückmeldungen): what municipalities and departments say of the results of a run before and after its
 * publication. They change nothing in the results.
 */
@NullMarked
package de.quartierwerk.classification.comment;

import org.jspecify.annotations.NullMarked;
