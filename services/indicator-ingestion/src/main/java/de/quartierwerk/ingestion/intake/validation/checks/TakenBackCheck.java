package de.quartierwerk.ingestion.intake.validation.checks;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/**
 * Empty cells over released values, which take these back. Only what the public knows of them is compared, and no
 * number is quoted.
 */
@ApplicationScoped
@Priority(300)
class TakenBackCheck implements Check {
    private final TakenBackStatements statements;

    TakenBackCheck(TakenBackStatements statements) {
        this.statements = statements;
    }

    @Override
    public Stage stage() {
        return Stage.COMPARING;
    }

    @Override
    public void check(CheckedFile file) {
        if (!file.staging().hasEmptyCells()) {
            return;
        }
        for (Group group : statements.groups(file.id())) {
            statements.find(
                    file.id(),
                    group,
                    found -> file.findings()
                            .change(
                                    file.place(found.place),
                                    "value.taken-back",
                                    null,
                                    found.before,
                                    found.space,
                                    group.period));
        }
    }

    /** An indicator and period with an empty cell of which any value is known. */
    record Group(String indicator, String period) {}

    /**
     * An empty cell over a released value.
     *
     * @param before the value as the public knows it
     */
    record TakenBack(StagedPlace place, String space, String before) {}

    @ApplicationScoped
    static class TakenBackStatements {
        private final Jdbi jdbi;

        TakenBackStatements(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        List<Group> groups(UUID submission) {
            return jdbi.withHandle(handle -> handle.select("""
                            with empty as materialized (
                              select distinct indicator, period from staged_value where submission = ? and status = 'missing')
                            select e.indicator, e.period from empty e cross join lateral (
                              select 1 from value v where v.indicator = e.indicator and v.period = e.period
                              order by v.indicator, v.period, v.space limit 1) known
                            order by e.indicator, e.period""", submission)
                    .map((row, context) -> new Group(row.getString("indicator"), row.getString("period")))
                    .list());
        }

        void find(UUID submission, Group group, Consumer<TakenBack> each) {
            jdbi.useHandle(handle -> handle.select(
                            """
                            select s.sheet, s.line, s.column_number, s.space, k.before
                            from staged_value s join (
                              select distinct on (space) space, public_status,
                                case public_status when 'suppressed' then public_status
                                  else coalesce(coalesce(rounded, value)::text, public_status) end as before from value
                              where indicator = ? and period = ?
                                and release <> all(array(select number from release where recorded_at is null))
                              order by space, revision desc) k on k.space = s.space
                            where s.submission = ? and s.indicator = ? and s.period = ? and s.status = 'missing'
                              and coalesce(s.value, s.numerator, s.denominator) is null and k.public_status <> 'missing'
                            order by s.sheet, s.line, s.column_number""", group.indicator, group.period, submission, group.indicator, group.period)
                    .map((row, context) ->
                            new TakenBack(StagedPlace.of(row), row.getString("space"), row.getString("before")))
                    .forEach(each));
        }
    }
}
