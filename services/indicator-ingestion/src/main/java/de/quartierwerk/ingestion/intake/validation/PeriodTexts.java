package de.quartierwerk.ingestion.intake.validation;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.kit.database.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One day, one text: values of the year {@code 2023} with the reference day {@code 2023-12-31} are those of that day.
 * Delivered under both texts they would be two cells of one fact, and controlled apart. Years, quarters and months that
 * end on the same day are told apart: what moves in a quarter is not what moves in its year.
 */
final class PeriodTexts {
    private final Sql sql;
    private final UUID submission;
    private final Map<String, Indicator> catalogue;
    private final Findings findings;
    private final Map<String, Map<LocalDate, String>> days = new HashMap<>();
    private final Map<String, Map<LocalDate, String>> spans = new HashMap<>();
    private long values;
    private long usable;

    PeriodTexts(Sql sql, UUID submission, Map<String, Indicator> catalogue, Findings findings) {
        this.sql = sql;
        this.submission = submission;
        this.catalogue = catalogue;
        this.findings = findings;
    }

    /** Takes out values of days that are known, or told before in the file, under another text. */
    void check() {
        Map<String, List<String>> delivered = new TreeMap<>();
        sql.list(
                        "select indicator, period from staged_groups(?)",
                        row -> List.of(row.getString(1), row.getString(2)),
                        submission)
                .forEach(group -> delivered
                        .computeIfAbsent(group.get(0), code -> new ArrayList<>())
                        .add(group.get(1)));
        delivered.forEach((code, periods) -> {
            String day = catalogue.get(code).definition().referenceDate();
            for (String known : Changes.known(sql, code)) {
                other(code, known, day);
            }
            for (String period : periods) {
                String other = other(code, period, day);
                if (other != null) {
                    takeOut(code, period, other, reference(period, day));
                }
            }
        });
    }

    private static LocalDate reference(String period, String day) {
        return Period.parse(period).orElseThrow().referenceDate(day);
    }

    /** The other text under which the day of a period is known; null for none, and the text is known from now on. */
    private String other(String code, String period, String day) {
        boolean single = Period.parse(period)
                .filter(read -> read.first().equals(read.last()))
                .isPresent();
        LocalDate reference = reference(period, day);
        String other = (single ? spans : days).getOrDefault(code, Map.of()).get(reference);
        if (other == null) {
            (single ? days : spans)
                    .computeIfAbsent(code, key -> new HashMap<>())
                    .putIfAbsent(reference, period);
        }
        return other;
    }

    private void takeOut(String code, String period, String other, LocalDate day) {
        sql.visit(
                """
                with gone as (
                  delete from staged_value where submission = ? and indicator = ? and period = ?
                  returning sheet, line, column_number, status)
                select count(*) over () as count, count(*) filter (where status <> 'missing') over () as usable,
                  sheet, line, column_number from gone order by sheet, line, column_number limit 1""",
                row -> {
                    values += row.getLong("count");
                    usable += row.getLong("usable");
                    findings.error(
                            findings.at(row.getInt("sheet"), row.getLong("line"), row.getInt("column_number")),
                            "period.other-text",
                            null,
                            code,
                            other,
                            day.toString(),
                            period);
                },
                submission,
                code,
                period);
    }

    /** How many values were taken out. */
    long values() {
        return values;
    }

    /** How many of them were no missing ones. */
    long usable() {
        return usable;
    }
}
