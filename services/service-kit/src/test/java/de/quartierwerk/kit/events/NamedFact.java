package de.quartierwerk.kit.events;

/** Data of the events of these tests. */
record NamedFact(String name) {}
