package de.quartierwerk.apichanges;

/** Who writes what a schema describes. */
enum Direction {
    /** The caller: the present schema must take all that the released one took. */
    REQUEST("request", "readOnly"),
    /** The service: what the present schema gives must be what the released one gave. */
    RESPONSE("response", "writeOnly");

    private final String word;
    private final String left;

    Direction(String word, String left) {
        this.word = word;
        this.left = left;
    }

    /** The keyword that says of a field that it is not part of it. */
    String leftOut() {
        return left;
    }

    @Override
    public String toString() {
        return word;
    }
}
