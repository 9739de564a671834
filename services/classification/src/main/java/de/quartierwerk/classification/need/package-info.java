/** Needs for action (Handlungsbedarfe) of qualitative or municipal origin: stated by people, with a reason. */
@NullMarked
package de.quartierwerk.classification.need;

import org.jspecify.annotations.NullMarked;
