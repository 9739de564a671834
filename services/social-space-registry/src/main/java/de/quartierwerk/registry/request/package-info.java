/** What is checked of every request before its resource sees it. */
@NullMarked
package de.quartierwerk.registry.request;

import org.jspecify.annotations.NullMarked;
