/** Needs for action (Handlungsbedarfe) of qualitative or municipal origin: stated by people, with a reason. */
package de.quartierwerk.classification.need;
