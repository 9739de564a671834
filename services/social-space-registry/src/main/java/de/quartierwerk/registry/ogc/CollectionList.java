package de.quartierwerk.registry.ogc;

import java.util.List;

/** All collections. */
record CollectionList(List<Link> links, List<Collection> collections) {}
