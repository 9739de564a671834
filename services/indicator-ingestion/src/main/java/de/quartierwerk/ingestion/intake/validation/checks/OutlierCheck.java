package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.intake.validation.staging.RobustSpread;
import de.quartierwerk.ingestion.intake.validation.staging.Samples;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** Values that lie far from those of the other spaces of the same level (Ausreißer); see {@link RobustSpread}. */
@ApplicationScoped
@Priority(500)
class OutlierCheck implements Check {
    private static final int DIGITS = 4;

    private final OutlierStatements statements;

    OutlierCheck(OutlierStatements statements) {
        this.statements = statements;
    }

    @Override
    public Stage stage() {
        return Stage.COMPARING;
    }

    @Override
    public void check(CheckedFile file) {
        Map<Samples.Group, RobustSpread.Bounds> exceeded =
                file.staging().samples().exceeded();
        if (!exceeded.isEmpty()) {
            statements.find(
                    file.id(),
                    exceeded,
                    outlier -> file.findings()
                            .hint(
                                    file.place(outlier.place),
                                    "value.unusual-among-spaces",
                                    CheckedFile.plain(outlier.value),
                                    rounded(outlier.usual.low()),
                                    rounded(outlier.usual.high())));
        }
    }

    private static String rounded(double bound) {
        return CheckedFile.plain(new BigDecimal(bound).round(new MathContext(DIGITS)));
    }

    /** A value outside of the usual range. */
    record Outlier(StagedPlace place, BigDecimal value, RobustSpread.Bounds usual) {}

    @ApplicationScoped
    static class OutlierStatements {
        private final Jdbi jdbi;

        OutlierStatements(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        void find(UUID submission, Map<Samples.Group, RobustSpread.Bounds> usual, Consumer<Outlier> each) {
            List<String> indicators = new ArrayList<>();
            List<String> periods = new ArrayList<>();
            List<String> levels = new ArrayList<>();
            List<String> bounds = new ArrayList<>();
            usual.forEach((group, range) -> {
                indicators.add(group.indicator());
                periods.add(group.period());
                levels.add(group.level());
                bounds.add(range.low() + " " + range.high());
            });
            jdbi.useHandle(handle -> handle.select(
                            """
                            with bound as (
                              select indicator, period, level, split_part(range, ' ', 1)::float8 as low,
                                split_part(range, ' ', 2)::float8 as high
                              from unnest(?, ?, ?, ?) as u (indicator, period, level, range))
                            select s.sheet, s.line, s.column_number, s.value, b.low, b.high
                            from bound b join staged_value s on s.submission = ? and s.indicator = b.indicator
                              and s.period = b.period and s.status = 'normal' and (s.value < b.low or s.value > b.high)
                            where exists (select 1 from space x where x.key = s.space and x.level = b.level)
                            order by s.sheet, s.line, s.column_number""",
                            indicators.toArray(String[]::new),
                            periods.toArray(String[]::new),
                            levels.toArray(String[]::new),
                            bounds.toArray(String[]::new),
                            submission)
                    .map((row, context) -> new Outlier(
                            StagedPlace.of(row),
                            row.getBigDecimal("value"),
                            new RobustSpread.Bounds(row.getDouble("low"), row.getDouble("high"))))
                    .forEach(each));
        }
    }
}
