package de.quartierwerk.ingestion.intake.proposal;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.file.HeaderGuess;
import de.quartierwerk.ingestion.intake.mapping.ColumnPeriods;
import de.quartierwerk.ingestion.intake.mapping.TablePeriods;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes out what the columns of one table mean: where spaces, periods, indicators and values stand. What it cannot tell
 * it asks.
 */
final class Proposer {
    private static final Pattern TOTAL = Pattern.compile("(?iu)insgesamt|gesamt|total|zusammen|alle|_?T");
    private static final Pattern STATUS = Pattern.compile("(?iu)obs_(status|flag)|flags?|status|fußnoten?");
    private static final Pattern MONTH = Pattern.compile("(?iu)monat|month");
    private static final Pattern PART_OF_YEAR = Pattern.compile("(?iu)monat|month|quartal|quarter|woche|week|kw");
    private static final Pattern DATE = Pattern.compile(
            "(?<!\\d)(?:\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?(?:19|20)\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2}|(?:19|20)\\d{2})(?!\\d)");
    private static final Pattern THOUSANDS = Pattern.compile("(?iu)\\bin (1[ .]?000|tsd\\.?|tausend)|\\(tsd\\.?\\)");
    private static final Pattern MILLIONS = Pattern.compile("(?iu)\\bin mio\\.?|\\bmillionen\\b");
    private static final Pattern NUMBERING = Pattern.compile("(?iu)lfd\\.? ?nr\\.?|nr\\.?|rang|id");

    /** Labels stand in the first columns. */
    private static final int MOST_LABELS = 30;

    private final Table table;
    private final SpaceGuess spaces;
    private final IndicatorGuess indicators;
    private final String fileName;
    private final Draft draft = new Draft();
    private final Set<Integer> used = new TreeSet<>();
    private int spaceColumn = -1;
    private boolean periodInHeader;

    Proposer(Table table, SpaceGuess spaces, IndicatorGuess indicators, String fileName) {
        this.table = table;
        this.spaces = spaces;
        this.indicators = indicators;
        this.fileName = fileName;
    }

    /** The mapping, as far as it can be made out. */
    Draft draft() {
        boolean above = findSpaces();
        findPeriods(above);
        findStatus();
        List<Integer> values = valueColumns();
        if (above) {
            oneIndicator(values);
        } else if (!longLayout(values)) {
            wideColumns(values);
        }
        findFactor(values);
        if (table.headerRows() == 0) {
            draft.put("header", false, "proposal.no-header");
        }
        return draft;
    }

    /** Answers whether the spaces stand in the column names. */
    private boolean findSpaces() {
        SpaceGuess.Found best = null;
        for (int column : table.columns().stream().limit(MOST_LABELS).toList()) {
            SpaceGuess.Found found = spaces.in(column, new ArrayList<>(table.distinct(column)));
            if (found.share() > 0.5 && (best == null || found.share() > best.share())) {
                best = found;
            }
        }
        if (best != null) {
            spaceColumn = best.column();
            used.add(best.column());
            draft.put("level", best.level());
            draft.put(
                    "spaceColumn",
                    table.address(best.column()),
                    "proposal.space-column",
                    table.address(best.column()),
                    best.known(),
                    best.texts(),
                    best.level());
            if (best.keyLength() > 0) {
                draft.put("keyLength", best.keyLength(), "proposal.key-length", best.keyLength());
            }
            if (table.isGrouped(best.column())) {
                fillDown(best.column());
            }
            return false;
        }
        return spacesAbove();
    }

    private boolean spacesAbove() {
        List<String> heads = new ArrayList<>();
        for (int column : table.columns()) {
            List.of(table.name(column).split(" / ")).forEach(heads::add);
        }
        SpaceGuess.Found found = spaces.in(-1, new ArrayList<>(new LinkedHashSet<>(heads)));
        if (found.known() >= 2) {
            draft.put("layout", "wide");
            draft.put("level", found.level());
            draft.put("spaceInHeader", true, "proposal.space-in-header", found.known(), found.level());
            return true;
        }
        draft.ask("/space", List.of(), "proposal.space");
        return false;
    }

    private void findPeriods(boolean spacesAbove) {
        List<Integer> periods = table.columns().stream()
                .filter(column -> !used.contains(column) && table.isPeriod(column))
                .toList();
        long inNames = table.columns().stream()
                .filter(column -> !used.contains(column)
                        && !periods.contains(column)
                        && ColumnPeriods.of(table.name(column)).isPresent())
                .count();
        if (!spacesAbove && inNames > 0 && (periods.isEmpty() || inNames > 1)) {
            periodInHeader = true;
            draft.put("periodInHeader", true, "proposal.period-in-header", inNames);
            return;
        }
        if (!periods.isEmpty()) {
            periodColumn(periods.get(0));
            return;
        }
        String sheet = table.sheet();
        if (sheet != null && ColumnPeriods.ofSheet(sheet).isPresent()) {
            draft.put("periodFromSheet", true, "proposal.period-from-sheet", sheet);
            return;
        }
        Optional<String> stated = statedPeriod();
        stated.ifPresent(period -> draft.put("period", period));
        draft.ask("/period", stated.map(List::of).orElse(List.of()), "proposal.period");
    }

    private void periodColumn(int column) {
        used.add(column);
        Optional<Integer> part = table.columns().stream()
                .filter(other -> !used.contains(other)
                        && PART_OF_YEAR.matcher(table.name(other)).find()
                        && table.texts(other).size() > table.rows() / 2)
                .findFirst();
        if (part.isPresent() && table.share(column, HeaderGuess::isYear) > 0.8) {
            used.add(part.get());
            draft.put(
                    "periodColumns",
                    List.of(table.address(column), table.address(part.get())),
                    MONTH.matcher(table.name(part.get())).find()
                            ? "proposal.year-and-month"
                            : "proposal.year-and-part");
        } else {
            draft.put("periodColumn", table.address(column), "proposal.period-column", table.address(column));
        }
        if (table.isGrouped(column)) {
            fillDown(column);
        }
    }

    /** A day or year in a title or the file's name. */
    private Optional<String> statedPeriod() {
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

    private void fillDown(int column) {
        Map<String, Object> rows = rows();
        @SuppressWarnings("unchecked")
        List<String> filled = (List<String>) rows.computeIfAbsent("fillDown", key -> new ArrayList<String>());
        filled.add(table.address(column));
        draft.because("/rows/fillDown", "proposal.fill-down", table.address(column));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> rows() {
        return (Map<String, Object>)
                draft.members().computeIfAbsent("rows", key -> new LinkedHashMap<String, Object>());
    }

    private void findStatus() {
        table.columns().stream()
                .filter(column -> !used.contains(column)
                        && STATUS.matcher(table.name(column)).matches()
                        && !table.isNumeric(column))
                .findFirst()
                .ifPresent(column -> {
                    used.add(column);
                    draft.put("statusColumn", table.address(column), "proposal.status-column", table.address(column));
                });
    }

    private List<Integer> valueColumns() {
        return table.columns().stream()
                .filter(column -> !used.contains(column)
                        && table.isNumeric(column)
                        && !NUMBERING.matcher(table.name(column)).matches()
                        && !(column < MOST_LABELS && spaces.isKeyLike(column, new ArrayList<>(table.distinct(column)))))
                .toList();
    }

    private void oneIndicator(List<Integer> values) {
        List<String> names = table.titles();
        indicators
                .best(names.isEmpty() ? fileName : String.join(" ", names))
                .or(indicators::only)
                .ifPresentOrElse(
                        found ->
                                draft.put("indicator", found.code(), "proposal.indicator", found.code(), values.size()),
                        () -> draft.ask(
                                "/indicator", indicators.options(String.join(" ", names)), "proposal.indicator-of"));
    }

    /** A row per value: one column of numbers, and texts beside it that differ for the same space. */
    private boolean longLayout(List<Integer> values) {
        if (values.size() != 1 || spaceColumn < 0 || periodInHeader) {
            return false;
        }
        List<Integer> key = new ArrayList<>(used);
        if (table.isUnique(key)) {
            return false;
        }
        List<Integer> texts = table.columns().stream()
                .filter(column -> !used.contains(column)
                        && !values.contains(column)
                        && table.distinct(column).size() > 1)
                .toList();
        Integer merkmal = null;
        for (int column : texts) {
            Set<String> distinct = table.distinct(column);
            Optional<String> total = distinct.stream()
                    .filter(text -> TOTAL.matcher(text).matches())
                    .findFirst();
            if (indicators.matches(distinct) == 0 && total.isPresent()) {
                where(column, total.get());
            } else if (merkmal == null && (indicators.matches(distinct) > 0 || distinct.size() < table.rows() / 2)) {
                merkmal = column;
            }
        }
        if (merkmal == null) {
            return false;
        }
        longColumns(merkmal, values.get(0));
        return true;
    }

    private void longColumns(int merkmal, int value) {
        draft.put("layout", "long", "proposal.long", table.address(merkmal));
        draft.put("indicatorColumn", table.address(merkmal));
        draft.put("valueColumn", table.address(value), "proposal.value-column", table.address(value));
        Map<String, String> translated = new LinkedHashMap<>();
        boolean codes = true;
        for (String text : table.distinct(merkmal)) {
            Optional<Indicator> found = indicators.best(text);
            codes &= found.isPresent() && found.get().code().equals(text);
            found.ifPresent(indicator -> translated.put(text, indicator.code()));
            if (found.isEmpty()) {
                draft.ask("/indicators", indicators.options(text), "proposal.indicator-text", text);
            }
        }
        if (!codes) {
            draft.put("indicators", translated);
        }
        if (table.isGrouped(merkmal)) {
            fillDown(merkmal);
        }
    }

    @SuppressWarnings("unchecked")
    private void where(int column, String total) {
        Map<String, Object> condition = Map.of("column", table.address(column), "equals", total);
        Map<String, Object> rows = rows();
        if (rows.containsKey("where")) {
            Map<String, Object> where = (Map<String, Object>) rows.get("where");
            ((List<Object>) where.computeIfAbsent("and", key -> new ArrayList<>())).add(condition);
        } else {
            rows.put("where", new LinkedHashMap<>(condition));
        }
        draft.because("/rows/where", "proposal.where", table.address(column), total);
        used.add(column);
    }

    private void wideColumns(List<Integer> values) {
        conditions();
        draft.put("layout", "wide");
        Map<String, Object> columns = new LinkedHashMap<>();
        Map<String, String> asked = new LinkedHashMap<>();
        for (int column : values) {
            @Nullable
            String name = periodInHeader
                    ? ColumnPeriods.of(table.name(column))
                            .map(ColumnPeriods.Split::name)
                            .orElse(null)
                    : table.address(column);
            if (name == null || columns.containsKey(name) || asked.containsKey(name)) {
                continue;
            }
            Optional<Indicator> found = indicators
                    .best(name)
                    .or(() -> values.size() == 1 || name.isEmpty() ? indicators.only() : Optional.empty());
            if (found.isPresent()) {
                columns.put(name, Map.of("indicator", found.get().code()));
                draft.because(
                        pointer(name),
                        "proposal.column",
                        name,
                        found.get().code(),
                        found.get().definition().name());
            } else {
                asked.put(name, name);
                draft.ask(pointer(name), indicators.options(name), "proposal.column-unknown", name);
            }
        }
        if (columns.keySet().equals(Set.of(""))) {
            draft.put("indicator", indicators.only().map(Indicator::code).orElse(""));
        } else {
            columns.remove("");
            draft.put("columns", columns);
        }
    }

    /** Texts that differ for the same space and period: of each kind only the total counts. */
    private void conditions() {
        if (spaceColumn < 0 || table.isUnique(new ArrayList<>(used))) {
            return;
        }
        for (int column : table.columns()) {
            if (!used.contains(column) && !table.isNumeric(column)) {
                table.distinct(column).stream()
                        .filter(text -> TOTAL.matcher(text).matches()
                                && table.distinct(column).size() > 1)
                        .min(Comparator.comparingInt(String::length))
                        .ifPresent(total -> where(column, total));
            }
        }
    }

    private static String pointer(String name) {
        return "/columns/" + name.replace("~", "~0").replace("/", "~1");
    }

    private void findFactor(List<Integer> values) {
        List<String> texts = new ArrayList<>(table.titles());
        values.forEach(column -> texts.add(table.name(column)));
        for (String text : texts) {
            if (THOUSANDS.matcher(text).find()) {
                draft.put("factor", 1000, "proposal.factor", text);
                return;
            }
            if (MILLIONS.matcher(text).find()) {
                draft.put("factor", 1_000_000, "proposal.factor", text);
                return;
            }
        }
    }
}
