/**
 * Small helpers of all features: lists as CSV, answers that nobody may store, texts that clients send, groups of roles.
 */
@NullMarked
package de.quartierwerk.funding.support;

import org.jspecify.annotations.NullMarked;
