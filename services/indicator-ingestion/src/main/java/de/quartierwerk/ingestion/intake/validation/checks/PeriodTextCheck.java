package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.catalogue.Indicator;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * One day, one text: values of the year {@code 2023} with the reference day {@code 2023-12-31} are those of that day.
 * Delivered under both texts they would be two cells of one fact, and controlled apart. So values of a day that is
 * known, or stands before in the file, under another text are taken out. Years, quarters and months that end on the
 * same day are told apart: what moves in a quarter is not what moves in its year.
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
            known.periods(code).forEach(texts::other);
            for (String period : periods) {
                String other = texts.other(period);
                if (other != null) {
                    takeOut(file, code, period, other, texts.day(period));
                }
            }
        });
    }

    private void takeOut(CheckedFile file, String code, String period, String other, LocalDate day) {
        statements.takeOut(file.id(), code, period).ifPresent(gone -> {
            file.takeOut(gone.values, gone.usable);
            file.findings()
                    .error(file.place(gone.first), "period.other-text", null, code, other, day.toString(), period);
        });
    }

    /** The texts under which the days of one indicator are known. */
    static final class Texts {
        private final @Nullable String referenceDate;
        private final Map<LocalDate, String> days = new HashMap<>();
        private final Map<LocalDate, String> spans = new HashMap<>();

        Texts(@Nullable String referenceDate) {
            this.referenceDate = referenceDate;
        }

        LocalDate day(String period) {
            return Period.parse(period).orElseThrow().referenceDate(referenceDate);
        }

        /**
         * The other text under which the day of a period is known; null for none, and the text is known from now on.
         */
        @Nullable
        String other(String period) {
            boolean single = Period.parse(period)
                    .filter(read -> read.first().equals(read.last()))
                    .isPresent();
            LocalDate day = day(period);
            String other = (single ? spans : days).get(day);
            if (other == null) {
                (single ? days : spans).putIfAbsent(day, period);
            }
            return other;
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

        Optional<Gone> takeOut(UUID submission, String indicator, String period) {
            return jdbi.withHandle(handle -> handle.select("""
                            with gone as (
                              delete from staged_value where submission = ? and indicator = ? and period = ?
                              returning sheet, line, column_number, status)
                            select count(*) over () as count, count(*) filter (where status <> 'missing') over () as usable,
                              sheet, line, column_number from gone order by sheet, line, column_number limit 1""", submission, indicator, period)
                    .map((row, context) -> new Gone(row.getLong("count"), row.getLong("usable"), StagedPlace.of(row)))
                    .findOne());
        }
    }
}
