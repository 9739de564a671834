package de.quartierwerk.events;

/**
 * A level of spaces (Raumebene) was taken back; no space ever was on it.
 *
 * @param code natural key, {@code [A-Za-z0-9._:-]{1,64}}
 * @param version one more than that of the level's last state; a level that is defined anew goes on from here
 */
public record LevelWithdrawn(String code, long version) {}
