/** Small helpers of all features: lists as CSV, and texts that clients send. */
@NullMarked
package de.quartierwerk.funding.support;

import org.jspecify.annotations.NullMarked;
