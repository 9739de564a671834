/** Posts of the staffing plan (Stellenplan) that grants need or make. */
@NullMarked
package de.quartierwerk.funding.post;

import org.jspecify.annotations.NullMarked;
