package de.quartierwerk.registry.geofile;

/** How much of the texts of a row is read, so that none fills the memory, whoever made its file. */
public final class TextRoom {
    /** What a row may have in all its columns together, its boundary aside. */
    public static final int MOST_CHARACTERS = 1_000_000;

    /** As much of one text as is needed to tell that it is too long for whatever it may be. */
    public static final int LONGEST_TEXT = 1 << 15;

    private TextRoom() {}
}
