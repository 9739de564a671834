package de.quartierwerk.ingestion.intake.proposal;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.intake.file.HeaderGuess;
import de.quartierwerk.ingestion.intake.mapping.ColumnPeriods;
import de.quartierwerk.ingestion.intake.mapping.TablePeriods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes out where the periods of a table stand: in a column, in two, in column names, headings or the sheet's name. */
final class PeriodPlaces {
    private static final Pattern MONTH = Pattern.compile("(?iu)monat|month");
    private static final Pattern PART_OF_YEAR = Pattern.compile("(?iu)monat|month|quartal|quarter|woche|week|kw");
    private static final Pattern DATE = Pattern.compile(
            "(?iu)(?<!\\d)(?:(?:\\d{1,2}\\. )?(?:jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)\\p{L}*\\.? (?:19|20)\\d{2}|\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?(?:19|20)\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2}|(?:19|20)\\d{2})(?!\\d)");

    private final Table table;
    private final Draft draft;
    private final String fileName;
    private boolean inHeader;

    PeriodPlaces(Table table, Draft draft, String fileName) {
        this.table = table;
        this.draft = draft;
        this.fileName = fileName;
    }

    /**
     * Looks for them.
     *
     * @param spacesAbove whether spaces stand in the column names
     * @param belowSpaces whether spaces stand in rows above those with values: the first column may hold periods then
     */
    void find(boolean spacesAbove, boolean belowSpaces) {
        List<Integer> periods = table.left().stream()
                .filter(column -> table.isPeriod(column) || (belowSpaces && column == 0 && table.holdsPeriods(column)))
                .toList();
        List<Integer> numbers = table.left().stream()
                .filter(column -> !periods.contains(column) && table.isNumeric(column))
                .toList();
        long inNames = numbers.stream()
                .filter(column -> ColumnPeriods.of(table.name(column)).isPresent())
                .count();
        boolean heads = inNames * 2 > numbers.size() && (periods.isEmpty() || (!spacesAbove && inNames > 1));
        if (heads) {
            inHeader = true;
            draft.put("periodInHeader", true, "proposal.period-in-header", inNames);
        } else if (!periods.isEmpty()) {
            inColumn(periods.get(0));
        } else if (table.hasPeriodHeadings()) {
            draft.put("periodInRows", true, "proposal.period-in-rows");
        } else {
            once();
        }
    }

    /** Whether column names hold the periods. */
    boolean inHeader() {
        return inHeader;
    }

    private void inColumn(int column) {
        table.use(column);
        Optional<Integer> part = table.left().stream()
                .filter(other -> PART_OF_YEAR.matcher(table.name(other)).find()
                        && table.texts(other).size() > table.rows() / 2)
                .findFirst();
        if (part.isPresent() && table.share(column, HeaderGuess::isYear) > 0.8) {
            table.use(part.get());
            draft.put(
                    "periodColumns",
                    List.of(table.address(column), table.address(part.get())),
                    MONTH.matcher(table.name(part.get())).find()
                            ? "proposal.year-and-month"
                            : "proposal.year-and-part");
        } else {
            draft.put("periodColumn", table.address(column), "proposal.period-column", table.address(column));
        }
        if (table.share(column, TablePeriods::isSixDigits) > 0.5) {
            boolean schoolYears = table.share(column, PeriodPlaces::isSchoolYear) > 0.8;
            draft.put("periodFormat", schoolYears ? "school-year" : "yyyyMM");
            draft.ask(
                    "/periodFormat",
                    schoolYears ? List.of("school-year", "yyyyMM") : List.of("yyyyMM", "school-year"),
                    "proposal.period-format",
                    table.texts(column).get(0));
        }
        if (table.isGrouped(column)) {
            draft.fillDown(table.address(column));
        }
    }

    /** Whether the last two of six digits are the year after the first four, as in {@code 201112}. */
    private static boolean isSchoolYear(String text) {
        return TablePeriods.isSixDigits(text)
                && (Integer.parseInt(text.substring(2, 4)) + 1) % 100 == Integer.parseInt(text.substring(4, 6));
    }

    /** One period for the whole table: in the name of its sheet or, to be confirmed, in a title. */
    private void once() {
        String sheet = table.sheet();
        if (sheet != null && ColumnPeriods.ofSheet(sheet).isPresent()) {
            draft.put("periodFromSheet", true, "proposal.period-from-sheet", sheet);
            return;
        }
        Optional<String> stated = stated();
        stated.ifPresent(period -> draft.put("period", period));
        draft.ask("/period", stated.map(List::of).orElse(List.of()), "proposal.period");
    }

    /** A day or year in a title or the file's name. */
    private Optional<String> stated() {
        List<String> texts = new ArrayList<>(table.titles());
        table.columns().forEach(column -> texts.add(table.name(column)));
        texts.add(fileName);
        for (String text : texts) {
            Matcher date = DATE.matcher(text);
            if (date.find()) {
                Optional<Period> period = TablePeriods.parse(date.group());
                if (period.isPresent()) {
                    return period.map(Period::text);
                }
            }
        }
        return Optional.empty();
    }
}
