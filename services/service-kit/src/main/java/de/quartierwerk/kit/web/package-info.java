/**
 * What requests and answers have in common: pages and cursors, entity tags and preconditions, repeatable {@code POST}s,
 * parameters and JSON read strictly, CSV, caching.
 */
@NullMarked
package de.quartierwerk.kit.web;

import org.jspecify.annotations.NullMarked;
