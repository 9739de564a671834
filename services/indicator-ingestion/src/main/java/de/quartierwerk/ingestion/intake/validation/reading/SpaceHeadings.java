package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.intake.file.HeaderBlock;
import de.quartierwerk.ingestion.intake.file.HeaderGuess;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.mapping.TablePeriods;

/**
 * The space of rows that name none: the text of the last row which held nothing else, but maybe the periods of the
 * column names once more (Zwischenüberschrift).
 */
final class SpaceHeadings {
    private final Binding binding;
    private final SpaceIndex spaces;
    private String text = "";
    private long line;

    SpaceHeadings(Binding binding, SpaceIndex spaces) {
        this.binding = binding;
        this.spaces = spaces;
    }

    /**
     * Takes the text of a row that holds nothing else, be it a space or not: what follows a heading that nobody knows
     * belongs to no space above it.
     */
    boolean take(TableRow row) {
        String only = "";
        for (int i = 0; i < row.size(); i++) {
            String cell = row.text(i);
            boolean head = cell.isEmpty() || RepeatedHeads.repeats(binding, i, cell);
            if (!head && ((!only.isEmpty() && !cell.equals(only)) || isData(i, cell))) {
                return false;
            }
            only = head ? only : cell;
        }
        if (only.isEmpty()) {
            return false;
        }
        text = only;
        line = row.line();
        return true;
    }

    /** Whether a cell belongs to a row of data whose other cells are empty. */
    private boolean isData(int column, String cell) {
        return binding.numberColumns().contains(column)
                || (binding.periods().columns().contains(column) && isPeriod(cell))
                || (column == binding.indicator() && binding.indicatorTexts().containsKey(HeaderBlock.name(cell)));
    }

    /** Whether a text is a period; keys of four digits could be years of other centuries. */
    private boolean isPeriod(String cell) {
        return TablePeriods.parse(cell, binding.periods().format()).isPresent()
                && (HeaderGuess.isYear(cell) || !spaces.isKnown(cell));
    }

    /** The text of the last heading; empty before the first. */
    String text() {
        return text;
    }

    /** Its line. */
    long line() {
        return line;
    }
}
