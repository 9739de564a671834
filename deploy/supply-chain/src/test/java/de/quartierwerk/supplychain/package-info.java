/** The checks of what the installation is made of, and their own tests with made-up faults. */
@NullMarked
package de.quartierwerk.supplychain;

import org.jspecify.annotations.NullMarked;
