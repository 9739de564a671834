package de.quartierwerk.ingestion.intake.validation.checks;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

/** Spaces whose children, all of them, do not add up to them, or exceed them. */
@ApplicationScoped
@Priority(700)
class ChildrenCheck implements Check {
    private final ChildStatements statements;

    ChildrenCheck(ChildStatements statements) {
        this.statements = statements;
    }

    @Override
    public Stage stage() {
        return Stage.COMPARING;
    }

    @Override
    public void check(CheckedFile file) {
        if (file.spaces().deliversParents()) {
            statements.stagedParents(
                    file.id(),
                    file.additive(file.staging().samples().counts()),
                    found -> found.warn(file, "value.children-differ"));
        }
    }
}
