package de.quartierwerk.ingestion.release.value;

import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Follows a value back to the file it came from. */
@ApplicationScoped
class LineageService {
    private final LineageStatements statements;
    private final ValueService values;
    private final Catalogue catalogue;
    private final Caller caller;

    LineageService(LineageStatements statements, ValueService values, Catalogue catalogue, Caller caller) {
        this.statements = statements;
        this.values = values;
        this.catalogue = catalogue;
        this.caller = caller;
    }

    LineageResponse find(LineageStatements.Wanted wanted) {
        values.settle(wanted.recordedAt());
        LineageStatements.Found found = statements
                .find(wanted, caller.everywhere(), caller.areas())
                .orElseThrow(() -> new NotFound("value.unknown", wanted.indicator(), wanted.period(), wanted.space()));
        return found.lineage().madeOf(madeOf(found));
    }

    private List<LineageResponse.Source> madeOf(LineageStatements.Found found) {
        return switch (found.lineage().origin()) {
            case "computed" ->
                statements.inputs(
                        found,
                        catalogue
                                .find(found.lineage().indicator())
                                .map(Indicator::inputs)
                                .orElse(List.of()));
            case "rolled-up" -> statements.parts(found);
            default -> List.of();
        };
    }
}
