/** The one clock of a service; see {@link de.quartierwerk.kit.time.ServiceClock}. */
@NullMarked
package de.quartierwerk.kit.time;

import org.jspecify.annotations.NullMarked;
