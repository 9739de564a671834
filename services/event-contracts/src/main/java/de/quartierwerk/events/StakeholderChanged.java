package de.quartierwerk.events;

/**
 * State of an actor (Akteur, Träger) after it was created or changed.
 *
 * @param key natural key
 * @param name name for people
 * @param kind kind of actor, e.g. {@code welfare-association}
 * @param published whether everybody may see it
 * @param version grows with every change
 */
public record StakeholderChanged(String key, String name, String kind, boolean published, long version) {}
