/** Files of applications (Anlagen): what may be attached is found by their content, never by their name. */
@NullMarked
package de.quartierwerk.funding.attachment;

import org.jspecify.annotations.NullMarked;
