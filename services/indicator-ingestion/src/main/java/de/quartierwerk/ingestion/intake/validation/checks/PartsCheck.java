package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/**
 * Parts that do not add up to their total, where all of them are there, or exceed it; as the mapping or the catalogue
 * states them.
 */
@ApplicationScoped
@Priority(900)
class PartsCheck implements Check {
    private final PartsStatements statements;

    PartsCheck(PartsStatements statements) {
        this.statements = statements;
    }

    @Override
    public Stage stage() {
        return Stage.COMPARING;
    }

    @Override
    public void check(CheckedFile file) {
        Set<Mapping.Sum> sums =
                new LinkedHashSet<>(file.submission().reading().mapping().statedSums());
        Set<String> delivered = file.staging().samples().periods().keySet();
        for (String code : file.additive(delivered)) {
            Indicator indicator = file.catalogue().get(code);
            if (indicator != null) {
                indicator.definition().relations().stated().stream()
                        .filter(relation -> delivered.contains(relation.total()))
                        .forEach(relation -> sums.add(new Mapping.Sum(relation.total(), relation.parts())));
            }
        }
        for (Mapping.Sum sum : sums) {
            statements.find(file.id(), sum, found -> found.warn(file, "value.parts-differ"));
        }
    }

    @ApplicationScoped
    static class PartsStatements {
        private final Jdbi jdbi;

        PartsStatements(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        void find(UUID submission, Mapping.Sum sum, Consumer<ComparedValue> each) {
            jdbi.useHandle(handle -> handle.select(
                            """
                            select t.sheet, t.line, t.column_number, t.value, p.total as other
                            from staged_value t join (
                              select period, space, sum(value) as total, count(value) as parts from staged_value
                              where submission = ? and indicator = any(?) group by period, space) p
                              on p.period = t.period and p.space = t.space
                            where t.submission = ? and t.indicator = ?
                              and ((p.parts = ? and p.total <> t.value) or p.total > t.value)
                            order by t.sheet, t.line, t.column_number""",
                            submission,
                            sum.parts().toArray(String[]::new),
                            submission,
                            sum.total(),
                            sum.parts().size())
                    .map((row, context) -> ComparedValue.of(row))
                    .forEach(each));
        }
    }
}
