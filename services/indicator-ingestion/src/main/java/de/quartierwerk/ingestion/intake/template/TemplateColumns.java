package de.quartierwerk.ingestion.intake.template;

import de.quartierwerk.events.ValueStatus;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.file.HeaderBlock;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import de.quartierwerk.ingestion.intake.mapping.MappingRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The columns that a mapping expects, in the order in which suppliers fill them in. Pure functions. */
final class TemplateColumns {
    private static final int YEARS_OFFERED = 5;
    private static final List<String> STATUSES = List.of(
            ValueStatus.NORMAL,
            ValueStatus.ESTIMATED,
            ValueStatus.UNRELIABLE,
            ValueStatus.MISSING,
            ValueStatus.SUPPRESSED);

    private final Mapping mapping;
    private final @Nullable String period;
    private final Map<String, Indicator> catalogue;
    private final String nameTitle;
    private final LocalDate today;
    private final List<TemplateColumn> columns = new ArrayList<>();

    private TemplateColumns(
            Mapping mapping,
            @Nullable String period,
            Map<String, Indicator> catalogue,
            String nameTitle,
            LocalDate today) {
        this.mapping = mapping;
        this.period = period;
        this.catalogue = catalogue;
        this.nameTitle = nameTitle;
        this.today = today;
    }

    /**
     * Lists the columns.
     *
     * @param period period of the template; nothing where the supplier states it
     * @param nameTitle name of the column with the spaces' names, which no mapping reads
     */
    static List<TemplateColumn> of(
            Mapping mapping,
            @Nullable String period,
            Map<String, Indicator> catalogue,
            String nameTitle,
            LocalDate today) {
        TemplateColumns columns = new TemplateColumns(mapping, period, catalogue, nameTitle, today);
        columns.space();
        if (mapping.hasWideLayout()) {
            columns.wide();
        } else {
            columns.longLayout();
        }
        return List.copyOf(columns.columns);
    }

    private void space() {
        String title = or(mapping.spaceColumn(), "space");
        if (mapping.matchesByName()) {
            add(title, TemplateColumn.Content.SPACE_NAME, null, List.of(), null);
        } else {
            add(title, TemplateColumn.Content.SPACE_KEY, null, List.of(), null);
            add(nameTitle, TemplateColumn.Content.SPACE_NAME, null, List.of(), null);
        }
        boolean longLayout = !mapping.hasWideLayout();
        boolean usual = longLayout && mapping.period() == null && !mapping.sheetsArePeriods();
        String periodTitle = mapping.periodColumn() != null ? mapping.periodColumn() : usual ? "period" : null;
        if (periodTitle != null) {
            add(periodTitle, TemplateColumn.Content.TEXT, period, period == null ? years() : List.of(), null);
        }
        for (MappingRows.PlacedCondition placed : mapping.conditions()) {
            List<String> texts = placed.condition().texts();
            String filled = texts.size() == 1 ? texts.get(0) : null;
            List<String> choices = texts.size() == 1 ? List.of() : texts;
            add(placed.condition().column(), TemplateColumn.Content.TEXT, filled, choices, null);
        }
    }

    private List<String> years() {
        return IntStream.range(0, YEARS_OFFERED)
                .mapToObj(i -> Integer.toString(today.getYear() - i))
                .toList();
    }

    private void wide() {
        mapping.wideColumns().forEach((name, column) -> {
            Indicator indicator = catalogue.get(column.indicator());
            List<String> title = new ArrayList<>(List.of(name.split(HeaderBlock.JOINT)));
            if (mapping.headerHasPeriods() && column.period() == null) {
                boolean ownRow = mapping.headerRows() != null && mapping.headerRows() > title.size();
                if (ownRow) {
                    title.add(period);
                } else {
                    title.set(title.size() - 1, title.get(title.size() - 1) + " " + period);
                }
            }
            columns.add(new TemplateColumn(title, TemplateColumn.Content.NUMBER, null, List.of(), indicator));
        });
        status();
    }

    private void longLayout() {
        List<String> codes = mapping.indicatorTexts().isEmpty()
                ? catalogue.keySet().stream()
                        .filter(code -> !code.startsWith(Indicator.BUILT_IN))
                        .sorted()
                        .toList()
                : List.copyOf(mapping.indicatorTexts().keySet());
        if (mapping.values().indicator() == null) {
            add(or(mapping.values().indicatorColumn(), "indicator"), TemplateColumn.Content.TEXT, null, codes, null);
        }
        if (mapping.values().valueColumn() != null || mapping.values().numeratorColumn() == null) {
            add(or(mapping.values().valueColumn(), "value"), TemplateColumn.Content.NUMBER, null, List.of(), null);
        }
        if (mapping.values().numeratorColumn() != null) {
            add(mapping.values().numeratorColumn(), TemplateColumn.Content.NUMBER, null, List.of(), null);
        }
        if (mapping.values().denominatorColumn() != null) {
            add(mapping.values().denominatorColumn(), TemplateColumn.Content.NUMBER, null, List.of(), null);
        }
        status();
    }

    private void status() {
        if (mapping.values().statusColumn() != null) {
            add(mapping.values().statusColumn(), TemplateColumn.Content.TEXT, null, STATUSES, null);
        }
    }

    private void add(
            String title,
            TemplateColumn.Content content,
            @Nullable String filled,
            List<String> choices,
            @Nullable Indicator indicator) {
        columns.add(new TemplateColumn(List.of(title.split(HeaderBlock.JOINT)), content, filled, choices, indicator));
    }

    private static String or(@Nullable String stated, String otherwise) {
        return stated == null ? otherwise : stated;
    }
}
