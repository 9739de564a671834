package de.quartierwerk.ingestion.intake.file;

/** Names of cells as spreadsheets write them. Pure functions. */
public final class CellName {
    private static final int LETTERS = 26;

    private CellName() {}

    /** {@code C7} for line 7 and column 2, which counts from 0. */
    public static String of(long line, int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.append(line).toString();
    }

    /** Number of the column of a cell's name, from 0. */
    public static int column(String name) {
        int column = 0;
        for (int i = 0; i < name.length() && Character.isLetter(name.charAt(i)); i++) {
            column = column * LETTERS + name.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }
}
