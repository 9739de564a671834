package de.quartierwerk.registry.span;

/**
 * An attribute as a column of a table.
 *
 * @param name its name
 * @param type what all its values are
 * @param bytes length of its longest value as a text
 */
public record AttributeColumn(String name, Type type, int bytes) {

    /** What the values of an attribute are; text where they are not all of one kind. */
    public enum Type {
        /** Texts, and whatever else is written as a text. */
        TEXT,
        /** Whole numbers of up to 15 digits. */
        INTEGER,
        /** Other numbers. */
        DECIMAL,
        /** Days as {@code 2020-12-31}. */
        DATE,
        /** Truth values. */
        BOOLEAN
    }
}
