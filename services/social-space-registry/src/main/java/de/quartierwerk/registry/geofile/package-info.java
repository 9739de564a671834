/**
 * Files of geographic programs: zipped shapefiles and GeoPackages, read feature by feature. Plain Java; nothing of a
 * file is executed, and what is damaged is an exception of its own with a code for the caller's message.
 */
@NullMarked
package de.quartierwerk.registry.geofile;

import org.jspecify.annotations.NullMarked;
