package de.quartierwerk.bench;

/** What a service takes. */
enum Measure {
    /** Memory of the process that is not swapped out. */
    RESIDENT("resident", "MB", 0),
    /** What is left on the heap after a collection. */
    HEAP("heap", "MB", 3),
    METASPACE("metaspace", "MB", 1),
    THREADS("threads", "", 6),
    /** Open files and connections of the process. */
    HANDLES("handles", "", 12),
    /** Connections to its database. */
    CONNECTIONS("connections", "", 3),
    OUTBOX("outbox", "MB", 1),
    INBOX("inbox", "MB", 1),
    IDEMPOTENCY("idempotency_answer", "MB", 1),
    DEAD_LETTERS("dead_letter", "MB", 0.1);

    private final String label;
    private final String unit;
    private final double grain;

    Measure(String label, String unit, double grain) {
        this.label = label;
        this.unit = unit;
        this.grain = grain;
    }

    /** What it is called; of a table, the name. */
    String label() {
        return label;
    }

    String unit() {
        return unit;
    }

    /** What it may move by without anything being wrong: a pool that fills, a table's pages that wait for vacuum. */
    double grain() {
        return grain;
    }

    boolean isTable() {
        return compareTo(OUTBOX) >= 0;
    }

    /** Whether growth of it is a leak. A process keeps memory that it needed once. */
    boolean mayNotGrow() {
        return this != RESIDENT;
    }
}
