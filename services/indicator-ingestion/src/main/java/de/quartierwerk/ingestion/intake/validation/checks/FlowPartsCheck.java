package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.submission.Place;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a year that are missing for an indicator that counts what happens (Bewegungsgröße): the year cannot be
 * compared with its parts, and what is missing stays an unknown for disclosure control.
 */
@ApplicationScoped
@Priority(250)
class FlowPartsCheck implements Check {
    private final FlowStatements statements;

    FlowPartsCheck(FlowStatements statements) {
        this.statements = statements;
    }

    @Override
    public Stage stage() {
        return Stage.COMPARING;
    }

    @Override
    public void check(CheckedFile file) {
        file.staging().samples().periods().forEach((code, periods) -> {
            if (addsUpOverTime(file.catalogue().get(code))) {
                Set<String> around = new TreeSet<>();
                periods.forEach(period -> around.addAll(FlowGaps.around(period)));
                report(file, code, around);
            }
        });
    }

    private void report(CheckedFile file, String code, Set<String> around) {
        Map<String, Long> spaces = new TreeMap<>();
        Map<String, String> years = new TreeMap<>();
        statements.periods(
                file.id(),
                code,
                around,
                (periods, count) -> FlowGaps.find(periods).forEach(gap -> {
                    spaces.merge(gap.period(), count, Long::sum);
                    years.put(gap.period(), gap.year());
                }));
        spaces.forEach((period, count) -> file.findings()
                .warning(
                        Place.FILE,
                        "flow.part-missing",
                        period,
                        code,
                        period,
                        Long.toString(count),
                        years.getOrDefault(period, period)));
    }

    private static boolean addsUpOverTime(@Nullable Indicator indicator) {
        return indicator != null && indicator.definition().addsUpOverTime();
    }

    @ApplicationScoped
    static class FlowStatements {
        private final Jdbi jdbi;

        FlowStatements(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        /**
         * The sets of periods for which the file's spaces have values, delivered or known, and how many spaces each.
         */
        void periods(UUID submission, String indicator, Set<String> around, ObjLongConsumer<Set<String>> each) {
            String[] wanted = around.toArray(String[]::new);
            jdbi.useHandle(handle -> handle.select(
                            """
                            select periods, count(*) as spaces from (
                              select space, array_agg(distinct period) as periods from (
                                select space, period from staged_value
                                where submission = ? and indicator = ? and period = any(?) and status <> 'missing'
                                union all
                                select v.space, v.period from value v join release r
                                  on r.number = v.release and r.recorded_at is not null
                                where v.indicator = ? and v.period = any(?) and v.status <> 'missing' and v.space in (
                                  select space from staged_value where submission = ? and indicator = ? and period = any(?))) v
                              group by space) sets
                            group by periods""", submission, indicator, wanted, indicator, wanted, submission, indicator, wanted)
                    .map((row, context) ->
                            Map.entry(Set.of((String[]) row.getArray("periods").getArray()), row.getLong("spaces")))
                    .forEach(set -> each.accept(set.getKey(), set.getValue())));
        }
    }
}
