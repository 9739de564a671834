package de.quartierwerk.ingestion.intake.validation.staging;

/** Takes the good values of a file. */
interface ValueSink extends AutoCloseable {
    /** Values that lie together: those of one indicator, period and level. */
    interface Group {
        /** Adds a value that stands in a table of the file. */
        void add(int table, StagedValue value);
    }

    /** Begins a group; it is loaded in the order of the groups' indicators and periods. */
    Group group(Samples.Group key);

    /** The group of all values that have none of their own. */
    Group others();

    /** Waits until all values are stored. */
    @Override
    void close();
}
