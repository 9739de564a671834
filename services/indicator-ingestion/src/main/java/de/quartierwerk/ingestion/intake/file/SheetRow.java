package de.quartierwerk.ingestion.intake.file;

/** A row of a sheet. The arrays have the same length. */
@SuppressWarnings("ArrayRecordComponent") // never compared, lives for one row
record SheetRow(long line, boolean hidden, String[] texts, boolean[] numbers, Oddity[] oddities) implements TableRow {
    /** A row without cells. */
    static SheetRow empty(long line, boolean hidden) {
        return new SheetRow(line, hidden, new String[0], new boolean[0], new Oddity[0]);
    }

    @Override
    public int size() {
        return texts.length;
    }

    @Override
    public String text(int column) {
        return column < texts.length ? texts[column] : "";
    }

    @Override
    public boolean plain(int column) {
        return column < numbers.length && numbers[column];
    }

    @Override
    public Oddity oddity(int column) {
        return column < oddities.length ? oddities[column] : Oddity.NONE;
    }

    /** Whether any cell holds something. */
    boolean holdsAnything() {
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty() || oddities[i] != Oddity.NONE) {
                return true;
            }
        }
        return false;
    }
}
