/** Whether boundaries lie where they can: in their parents, and beside those of the same level. No container. */
@NullMarked
package de.quartierwerk.registry.placement;

import org.jspecify.annotations.NullMarked;
