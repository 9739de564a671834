/**
 * OGC API - Features 1.0 (Parts 1 and 2): the spaces for the programs that geographers have. One collection for each
 * level with the spans valid today or on {@code datetime}, and one with all spans. The collections stand beside our own
 * calls, at {@code /registry/ogc}.
 */
@NullMarked
package de.quartierwerk.registry.ogc;

import org.jspecify.annotations.NullMarked;
