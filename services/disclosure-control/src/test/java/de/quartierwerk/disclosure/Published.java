package de.quartierwerk.disclosure;

/** A revision of a value. A reader of the history knows it if it was ever public. */
final class Published {
    final Item item;
    final int space;
    final long release;
    /** Whether its source keeps it. */
    final boolean kept;
    /** The count, or the numerator. */
    final double first;
    /** The denominator, or not a number. */
    final double second;

    Reason reason;
    boolean denominatorHidden;
    boolean wasPublic;
    boolean denominatorWasPublic;

    Published(Item item, int space, long release, boolean kept, double... figures) {
        this.item = item;
        this.space = space;
        this.release = release;
        this.kept = kept;
        this.first = figures[0];
        this.second = figures[1];
    }

    /** The name that an attacker gives its numerator (0) or denominator (1). */
    String name(int figure) {
        return item.title() + "#" + figure + "@" + space + "/" + release;
    }
}
