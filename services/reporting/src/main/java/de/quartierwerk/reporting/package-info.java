/** Reporting: settings of the service; its features are in the packages below. */
@NullMarked
package de.quartierwerk.reporting;

import org.jspecify.annotations.NullMarked;
