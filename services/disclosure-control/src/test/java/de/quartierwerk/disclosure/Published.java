package de.quartierwerk.disclosure;

/** A revision of a value; whether it was ever public counts for whoever reads the history. */
final class Published {
    final Item item;
    final int space;
    final long release;
    /** Whether its source tells nobody. */
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

    /** What an attacker calls its numerator (0) or denominator (1). */
    String name(int figure) {
        return item.title() + "#" + figure + "@" + space + "/" + release;
    }
}
