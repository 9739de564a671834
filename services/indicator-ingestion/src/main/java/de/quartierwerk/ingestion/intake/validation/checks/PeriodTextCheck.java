package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.catalogue.Indicator;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * One day, one text, for each space: values of the year {@code 2023} with the reference day {@code 2023-12-31} are
 * those of that day. Delivered under both texts they would be two cells of one fact, and controlled apart. So values of
 * a day that the same space has known values of, or such that stand before in the file, under another text are taken
 * out. What others deliver for other spaces bars nothing. Years, quarters and months that end on the same day are told
 * apart: what moves in a quarter is not what moves in its year.
 */
@ApplicationScoped
@Priority(100)
class PeriodTextCheck implements Check {
    private final PeriodTextStatements statements;
    private final KnownValueStatements known;

    PeriodTextCheck(PeriodTextStatements statements, KnownValueStatements known) {
        this.statements = statements;
        this.known = known;
    }

    @Override
    public Stage stage() {
        return Stage.CLEANING;
    }

    @Override
    public void check(CheckedFile file) {
        statements.periods(file.id()).forEach((code, periods) -> {
            Indicator indicator = Objects.requireNonNull(file.catalogue().get(code));
            Texts texts = new Texts(indicator.definition().referenceDate());
            List<String> elsewhere = known.periods(code);
            List<String> before = new ArrayList<>();
            for (String period : periods) {
                List<String> knownOthers = texts.others(period, elsewhere);
                List<String> othersBefore = texts.others(period, before);
                if (!knownOthers.isEmpty() || !othersBefore.isEmpty()) {
                    takeOut(file, code, period, knownOthers, othersBefore, texts.day(period));
                }
                before.add(period);
            }
        });
    }

    private void takeOut(
            CheckedFile file,
            String code,
            String period,
            List<String> knownOthers,
            List<String> othersBefore,
            LocalDate day) {
        statements.takeOut(file.id(), code, period, knownOthers, othersBefore).ifPresent(gone -> {
            file.takeOut(gone.values, gone.usable);
            String other = knownOthers.isEmpty() ? othersBefore.get(0) : knownOthers.get(0);
            file.findings()
                    .error(file.place(gone.first), "period.other-text", null, code, other, day.toString(), period);
        });
    }

    /** The texts under which one day may be written. */
    static final class Texts {
        private final @Nullable String referenceDate;

        Texts(@Nullable String referenceDate) {
            this.referenceDate = referenceDate;
        }

        LocalDate day(String period) {
            return Period.parse(period).orElseThrow().referenceDate(referenceDate);
        }

        /** Those of the periods that are the same day in another text: a day beside a span, a span beside a day. */
        List<String> others(String period, List<String> periods) {
            LocalDate day = day(period);
            boolean single = isDay(period);
            return periods.stream()
                    .filter(other -> isDay(other) != single && day(other).equals(day))
                    .toList();
        }

        private static boolean isDay(String period) {
            return Period.parse(period)
                    .filter(read -> read.first().equals(read.last()))
                    .isPresent();
        }
    }

    /**
     * Values that were taken out.
     *
     * @param usable how many of them were there, not missing ones
     */
    record Gone(long values, long usable, StagedPlace first) {}

    @ApplicationScoped
    static class PeriodTextStatements {
        private final Jdbi jdbi;

        PeriodTextStatements(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        /** The periods of each staged indicator. */
        Map<String, List<String>> periods(UUID submission) {
            Map<String, List<String>> periods = new TreeMap<>();
            jdbi.useHandle(handle -> handle.select("select indicator, period from staged_groups(?)", submission)
                    .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(group -> periods.computeIfAbsent(group.getKey(), code -> new ArrayList<>())
                            .add(group.getValue())));
            return periods;
        }

        /** Takes out the values of a period for spaces that have some under another text, known or before. */
        Optional<Gone> takeOut(
                UUID submission, String indicator, String period, List<String> known, List<String> before) {
            return jdbi.withHandle(handle -> handle.select(
                            """
                            with gone as (
                              delete from staged_value s where s.submission = ? and s.indicator = ? and s.period = ?
                                and (exists (select 1 from value v
                                    where v.indicator = s.indicator and v.period = any(?) and v.space = s.space)
                                  or exists (select 1 from staged_value o where o.submission = s.submission
                                    and o.indicator = s.indicator and o.period = any(?) and o.space = s.space))
                              returning sheet, line, column_number, status)
                            select count(*) over () as count, count(*) filter (where status <> 'missing') over () as usable,
                              sheet, line, column_number from gone order by sheet, line, column_number limit 1""",
                            submission,
                            indicator,
                            period,
                            known.toArray(String[]::new),
                            before.toArray(String[]::new))
                    .map((row, context) -> new Gone(row.getLong("count"), row.getLong("usable"), StagedPlace.of(row)))
                    .findOne());
        }
    }
}
