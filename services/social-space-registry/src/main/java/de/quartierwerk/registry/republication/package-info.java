/** All levels and all spaces once more, as the usual events. */
@NullMarked
package de.quartierwerk.registry.republication;

import org.jspecify.annotations.NullMarked;
