package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.file.HeaderBlock;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks the values of a row: what indicator, space and period each is about. */
final class RowValues {
    private final Binding binding;
    private final SpaceIndex spaces;
    private final Map<String, Indicator> catalogue;
    private final ValueChecker values;
    private final CellReader reader;
    private final FileFindings findings;
    private final Reported reported;
    private final Map<Integer, SpaceIndex.Match> heads = new HashMap<>();

    RowValues(
            Binding binding,
            SpaceIndex spaces,
            Map<String, Indicator> catalogue,
            ValueChecker values,
            CellReader reader,
            FileFindings findings,
            Reported reported) {
        this.binding = binding;
        this.spaces = spaces;
        this.catalogue = catalogue;
        this.values = values;
        this.reader = reader;
        this.findings = findings;
        this.reported = reported;
    }

    /**
     * Checks the values of a row.
     *
     * @param space its space; null where each cell has its own
     * @return how many of them cannot be used
     */
    long check(TableRow row, SpaceIndex.@Nullable Match space, @Nullable Period rowPeriod) {
        Indicator ofRow = null;
        if (binding.indicator() >= 0) {
            String text = row.text(binding.indicator());
            String code = binding.indicatorTexts().isEmpty()
                    ? text
                    : binding.indicatorTexts().get(HeaderBlock.name(text));
            if (code == null) {
                reported.passedOver(findings, findings.at(row.line(), binding.indicator()), text);
                return 0;
            }
            ofRow = catalogue.get(code);
            if (ofRow == null || code.equals(Indicator.AREA)) {
                findings.error(findings.at(row.line(), binding.indicator()), "indicator.unknown", code, code);
                return binding.cells().size();
            }
        }
        long rejected = 0;
        for (Binding.Cell cell : binding.cells()) {
            Indicator indicator =
                    cell.indicator() == null ? ofRow : Objects.requireNonNull(catalogue.get(cell.indicator()));
            Period period = cell.period() == null ? rowPeriod : cell.period();
            SpaceIndex.Match where = cell.space() == null ? space : headSpace(row, cell, cell.space());
            boolean good = where != null
                    && (where.fault() != null
                            ? !reader.holdsValue(row, cell.column())
                            : value(row, where, Objects.requireNonNull(indicator), period, cell));
            rejected += good ? 0 : 1;
        }
        return rejected;
    }

    /** The space that a column's head names. */
    private SpaceIndex.Match headSpace(TableRow row, Binding.Cell cell, String text) {
        SpaceIndex.Match known = heads.get(cell.column());
        if (known == null) {
            known = spaces.find(text);
            heads.put(cell.column(), known);
            reportHead(findings.at(row.line(), cell.column()).column(), text, known);
        }
        return known;
    }

    private void reportHead(@Nullable String column, String text, SpaceIndex.Match found) {
        Place place = new Place(null, column, null);
        if (found.fault() == null) {
            reported.name(findings, place, text, found);
        } else if (NonDataRows.isUsualTotal(text)) {
            findings.hint(place, "header.total", text, text);
        } else {
            spaces.noteUnknown(text);
            findings.error(place, found.fault(), text, found.arguments().toArray(String[]::new));
        }
    }

    private boolean value(
            TableRow row, SpaceIndex.Match space, Indicator indicator, @Nullable Period period, Binding.Cell cell) {
        if (period == null) {
            findings.error(findings.at(row.line(), cell.column()), "period.missing", null, indicator.code());
            return false;
        }
        if (indicator.definition().computed()) {
            reported.computed(findings, findings.at(row.line(), cell.column()), indicator.code());
            return true;
        }
        return values.check(row, space, indicator, period, cell);
    }
}
