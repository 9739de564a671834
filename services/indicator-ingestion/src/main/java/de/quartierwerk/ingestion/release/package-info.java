/**
 * Release (Freigabe): approved values are written beside the known ones, computed indicators follow, disclosure control
 * decides what the public may see, and one short transaction makes all of it known at one instant. Then it is published
 * to the other services in batches.
 */
@NullMarked
package de.quartierwerk.ingestion.release;

import org.jspecify.annotations.NullMarked;
