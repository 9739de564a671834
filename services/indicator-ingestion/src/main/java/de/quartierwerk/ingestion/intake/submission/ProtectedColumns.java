package de.quartierwerk.ingestion.intake.submission;

import com.fasterxml.jackson.core.JsonPointer;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import de.quartierwerk.ingestion.intake.mapping.Measure;
import de.quartierwerk.kit.problem.InputError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a mapping has the columns that the catalogue's methods of disclosure control need. Pure functions. */
final class ProtectedColumns {
    private ProtectedColumns() {}

    static List<InputError> check(Mapping mapping, Map<String, Indicator> known) {
        List<InputError> errors = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        mapping.wideColumns().forEach((name, column) -> {
            Indicator indicator = known.get(column.indicator());
            Measure measure = column.measure();
            if (measure == Measure.CELL_KEY) {
                keys.add(column.indicator());
            }
            boolean unused = (measure == Measure.CELL_KEY && indicator != null && !needsKeys(indicator))
                    || (measure == Measure.CONTRIBUTION
                            && indicator != null
                            && indicator.definition().disclosure().dominance() == null);
            if (unused) {
                String of = String.valueOf(measure);
                errors.add(InputError.at(
                        pointer(name) + "/measure", "mapping.measure-unused", of, column.indicator(), of));
            }
        });
        mapping.wideColumns().forEach((name, column) -> {
            boolean value = column.measure() == null || column.measure() == Measure.VALUE;
            Indicator indicator = known.get(column.indicator());
            if (value && indicator != null && needsKeys(indicator) && !keys.contains(indicator.code())) {
                errors.add(InputError.at(
                        pointer(name), "mapping.cell-key-missing", column.indicator(), column.indicator()));
            }
        });
        String only = mapping.values().indicator();
        Indicator indicator = only == null ? null : known.get(only);
        if (indicator != null && needsKeys(indicator) && mapping.values().cellKeyColumn() == null) {
            errors.add(InputError.at("/cellKeyColumn", "mapping.cell-key-missing", null, indicator.code()));
        }
        return errors;
    }

    private static boolean needsKeys(Indicator indicator) {
        Definition definition = indicator.definition();
        return definition.protection() != null && definition.protection().needsKeys();
    }

    private static String pointer(String name) {
        return "/columns" + JsonPointer.empty().appendProperty(name);
    }
}
