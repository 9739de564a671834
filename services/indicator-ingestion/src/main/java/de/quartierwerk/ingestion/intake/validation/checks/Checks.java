package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.planner.Planner;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All checks of files as a whole. */
@ApplicationScoped
public class Checks {
    private final List<Check> checks;
    private final Planner planner;

    Checks(@All List<Check> checks, Planner planner) {
        this.checks = List.copyOf(checks);
        this.planner = planner;
    }

    /** Takes out values that must not be released. */
    public void clean(CheckedFile file) {
        run(Check.Stage.CLEANING, file);
    }

    /** Compares the values that are left. */
    public void compare(CheckedFile file) {
        planner.withoutNestedLoops(() -> run(Check.Stage.COMPARING, file));
    }

    private void run(Check.Stage stage, CheckedFile file) {
        checks.stream().filter(check -> check.stage() == stage).forEach(check -> check.check(file));
    }
}
