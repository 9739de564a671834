/** Districts, municipalities and social spaces with names and a clean coverage of polygons. */
package de.quartierwerk.demonstration.territory;
