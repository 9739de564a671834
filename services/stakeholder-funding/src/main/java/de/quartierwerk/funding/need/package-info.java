/** Published needs for action: what classification found or people stated, run by run. */
@NullMarked
package de.quartierwerk.funding.need;

import org.jspecify.annotations.NullMarked;
