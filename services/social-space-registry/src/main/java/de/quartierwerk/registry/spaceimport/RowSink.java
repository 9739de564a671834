package de.quartierwerk.registry.spaceimport;

/** Takes what a file holds while it is read, in the file's order. */
interface RowSink {
    /** A good row; some may have one key. */
    void row(SpaceRow row);

    /** A fault of another row or of the file, or a warning. */
    void finding(Finding finding);
}
