package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.intake.submission.Place;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Corrections that are about a thousandth or a thousandfold of the values that they replace, told once for the column:
 * a sign between thousands was taken for a decimal sign, or numbers come in thousands. Only public values are compared.
 */
@ApplicationScoped
@Priority(350)
class ReplacedCheck implements Check {
    private final ReplacedStatements statements;
    private final KnownValueStatements known;

    ReplacedCheck(ReplacedStatements statements, KnownValueStatements known) {
        this.statements = statements;
        this.known = known;
    }

    @Override
    public Stage stage() {
        return Stage.COMPARING;
    }

    @Override
    public void check(CheckedFile file) {
        Map<String, Set<String>> delivered = file.staging().samples().periods();
        delivered.forEach((indicator, periods) -> {
            Set<String> before = Set.copyOf(known.periods(indicator));
            periods.stream()
                    .filter(before::contains)
                    .forEach(period -> statements
                            .thousandfold(file.id(), indicator, period)
                            .ifPresent(first -> {
                                Place place = file.place(first.place);
                                file.findings()
                                        .change(
                                                new Place(null, place.column(), null),
                                                "value.thousandfold",
                                                CheckedFile.plain(first.value),
                                                CheckedFile.plain(first.before),
                                                indicator,
                                                period);
                            }));
        });
    }

    /**
     * A correction.
     *
     * @param before the public value that it replaces
     */
    record Replaced(StagedPlace place, BigDecimal value, BigDecimal before) {}

    @ApplicationScoped
    static class ReplacedStatements {
        private final Jdbi jdbi;

        ReplacedStatements(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        /** The first value of a group of which more than half are off by a thousand. */
        Optional<Replaced> thousandfold(UUID submission, String indicator, String period) {
            return jdbi.withHandle(handle -> handle.select("""
                            with compared as (
                              select s.sheet, s.line, s.column_number, s.value, k.value as before,
                                abs(s.value / k.value) as ratio
                              from staged_value s join (
                                select distinct on (space) space, coalesce(rounded, value) as value, public_status from value
                                where indicator = ? and period = ?
                                  and release <> all(array(select number from release where recorded_at is null))
                                order by space, revision desc) k on k.space = s.space
                              where s.submission = ? and s.indicator = ? and s.period = ? and s.status = 'normal'
                                and k.public_status <> 'suppressed' and k.value <> 0 and s.value <> 0)
                            select sheet, line, column_number, value, before from compared
                            where (select count(*) filter (where ratio between 500 and 2000) * 2 > count(*)
                                or count(*) filter (where ratio between 0.0005 and 0.002) * 2 > count(*) from compared)
                            order by sheet, line, column_number limit 1""", indicator, period, submission, indicator, period)
                    .map((row, context) ->
                            new Replaced(StagedPlace.of(row), row.getBigDecimal("value"), row.getBigDecimal("before")))
                    .findOne());
        }
    }
}
