package de.quartierwerk.ingestion.space;

/**
 * A space as it was before it moved or its validity was corrected.
 *
 * @param space the space as it was
 * @param until number of the last release for which it was so
 */
public record FormerSpace(Space space, long until) {}
