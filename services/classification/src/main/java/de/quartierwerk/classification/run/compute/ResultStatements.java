package de.quartierwerk.classification.run.compute;

import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.kit.database.CopyLoader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Loads the results of a run by COPY. */
@ApplicationScoped
class ResultStatements {
    private static final String INTO =
            "result (run, level, space, path, municipality, exclusion, raw, value, class, gap, imputed,"
                    + " class_group, needs, open_needs)";

    private final CopyLoader loader;

    ResultStatements(CopyLoader loader) {
        this.loader = loader;
    }

    /** @param withheld what is not to be known */
    void insert(UUID run, Outcome outcome, Withholding.Withheld withheld) {
        ResultRows.of(run, outcome, withheld).forEach(rows -> loader.load(INTO, rows));
    }
}
