package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.catalogue.Units;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** Numerators above their denominators, where both come as indicators of their own. */
@ApplicationScoped
@Priority(800)
class NumeratorCheck implements Check {
    private final NumeratorStatements statements;

    NumeratorCheck(NumeratorStatements statements) {
        this.statements = statements;
    }

    @Override
    public Stage stage() {
        return Stage.COMPARING;
    }

    @Override
    public void check(CheckedFile file) {
        Set<String> codes = file.staging().samples().periods().keySet();
        for (Indicator indicator : file.catalogue().values()) {
            Definition ratio = indicator.definition();
            String numerator = ratio.numerator();
            String denominator = ratio.denominator();
            if (numerator != null
                    && denominator != null
                    && codes.contains(numerator)
                    && codes.contains(denominator)
                    && ratio.kind() == Kind.RATIO
                    && Units.isShare(ratio.unit())) {
                statements.find(
                        file.id(), numerator, denominator, found -> found.warn(file, "value.numerator-exceeds"));
            }
        }
    }

    @ApplicationScoped
    static class NumeratorStatements {
        private final Jdbi jdbi;

        NumeratorStatements(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        void find(UUID submission, String numerator, String denominator, Consumer<ComparedValue> each) {
            jdbi.useHandle(handle -> handle.select("""
                            select n.sheet, n.line, n.column_number, n.value, d.value as other
                            from staged_value n join staged_value d
                              on d.submission = n.submission and d.period = n.period and d.space = n.space
                                and d.indicator = ?
                            where n.submission = ? and n.indicator = ? and n.value > d.value
                            order by n.sheet, n.line, n.column_number""", denominator, submission, numerator)
                    .map((row, context) -> ComparedValue.of(row))
                    .forEach(each));
        }
    }
}
