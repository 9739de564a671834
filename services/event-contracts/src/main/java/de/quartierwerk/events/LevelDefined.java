package de.quartierwerk.events;

/**
 * A level of spaces (Raumebene) was created or changed.
 *
 * @param code natural key, {@code [A-Za-z0-9._:-]{1,64}}
 * @param name name for people
 * @param rank lower rank means larger area; several levels may share one
 * @param version grows by one with every change
 */
public record LevelDefined(String code, String name, int rank, long version) {}
