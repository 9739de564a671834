/**
 * Files of spaces as people with a GIS or a spreadsheet want them. What is exported can be imported again and changes
 * nothing.
 */
@NullMarked
package de.quartierwerk.registry.spaceexport;

import org.jspecify.annotations.NullMarked;
