package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.mapping.TablePeriods;
import java.util.Optional;

/** Rows among the data that hold the years of the column names once more: they would be read as numbers. */
final class RepeatedHeads {
    private RepeatedHeads() {}

    /** Whether the cells of a row that should hold numbers hold the periods of their columns, several of them. */
    static boolean areIn(TableRow row, Binding binding) {
        int same = 0;
        for (Binding.Cell cell : binding.cells()) {
            String text = cell.period() == null ? "" : row.text(cell.column());
            if (cell.period() == null || (!text.isEmpty() && !isPeriod(text, cell.period()))) {
                return false;
            }
            same += text.isEmpty() ? 0 : 1;
        }
        return same > 1;
    }

    /** Whether a cell holds the period of its column. */
    static boolean repeats(Binding binding, int column, String text) {
        return binding.cells().stream()
                .anyMatch(cell -> cell.column() == column && cell.period() != null && isPeriod(text, cell.period()));
    }

    private static boolean isPeriod(String text, Period period) {
        String year = period.text().substring(2, 4);
        return text.equals(period.text())
                || (text.length() > 4
                        && text.contains(year)
                        && TablePeriods.parse(text).equals(Optional.of(period)));
    }
}
