package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.intake.submission.Place;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that hang together in every space although nobody has said so: columns that add up or are equal, and bare
 * shares that give a count. Whoever sees two of them knows the third, so disclosure control has to know of it. Looks at
 * some spaces of each period only.
 */
@ApplicationScoped
@Priority(300)
class RelationCheck implements Check {
    private static final int MOST_INDICATORS = 60;

    private final RelationStatements statements;

    RelationCheck(RelationStatements statements) {
        this.statements = statements;
    }

    @Override
    public Stage stage() {
        return Stage.COMPARING;
    }

    @Override
    public void check(CheckedFile file) {
        Map<String, Set<String>> delivered = file.staging().samples().periods();
        Map<String, Indicator> looked = new TreeMap<>();
        delivered.keySet().stream()
                .filter(code -> isCompared(file.catalogue().get(code)))
                .limit(MOST_INDICATORS)
                .forEach(code ->
                        looked.put(code, Objects.requireNonNull(file.catalogue().get(code))));
        Set<String> periods = new TreeSet<>();
        looked.keySet().forEach(code -> periods.addAll(delivered.getOrDefault(code, Set.of())));
        Set<HiddenRelations.Found> found = new HashSet<>();
        if (!periods.isEmpty()) {
            String period = periods.stream().reduce((a, b) -> b).orElseThrow();
            HiddenRelations relations = new HiddenRelations(looked);
            statements.read(file, period, List.copyOf(looked.keySet()), relations);
            found.addAll(relations.find());
        }
        found.stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .forEach(each -> file.findings()
                        .warning(Place.FILE, each.code(), null, each.arguments().toArray(String[]::new)));
    }

    private static boolean isCompared(@Nullable Indicator indicator) {
        if (indicator == null) {
            return false;
        }
        Definition definition = indicator.definition();
        return !definition.computed()
                && definition.protection() == null
                && (definition.kind() == Kind.COUNT || definition.kind() == Kind.RATIO);
    }

    @ApplicationScoped
    static class RelationStatements {
        private static final int MOST_SPACES = 50;

        private final Jdbi jdbi;

        RelationStatements(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        /**
         * Reads numbers of the file for some spaces, and what the public knows of counts for the same; where these are
         * too few to tell, also other periods of the file, and what the public knows of the same indicators elsewhere.
         */
        void read(CheckedFile file, String period, List<String> codes, HiddenRelations into) {
            String[] some = jdbi.withHandle(
                    handle -> handle.select("""
                            select distinct space from (
                              select space from staged_value where submission = ? and indicator = any(?) and period = ?
                                and value is not null limit ?) s order by space""", file.id(), codes.toArray(String[]::new), period, MOST_SPACES)
                            .map((row, context) -> row.getString(1))
                            .list()
                            .toArray(String[]::new));
            jdbi.useHandle(handle -> handle.select("""
                            select indicator, space, value, numerator, denominator from staged_value
                            where submission = ? and indicator = any(?) and period = ? and space = any(?)
                              and status <> 'suppressed'""", file.id(), codes.toArray(String[]::new), period, some)
                    .map((row, context) -> new HiddenRelations.Row(
                            row.getString("indicator"),
                            row.getString("space"),
                            row.getBigDecimal("value"),
                            row.getBigDecimal("numerator"),
                            row.getBigDecimal("denominator")))
                    .forEach(into::deliver));
            jdbi.useHandle(handle -> handle.select("""
                            select distinct on (v.indicator, v.space) v.indicator, v.space, v.public_status,
                              coalesce(v.rounded, v.value) as value
                            from value v join release r on r.number = v.release and r.recorded_at is not null
                            where v.space = any(?) and v.period = ? order by v.indicator, v.space, v.revision desc""", some, period)
                    .map((row, context) -> new HiddenRelations.Row(
                            row.getString("indicator"),
                            row.getString("space"),
                            row.getString("public_status").equals("suppressed") ? null : row.getBigDecimal("value"),
                            null,
                            null))
                    .forEach(row -> into.known(row, file.catalogue().get(row.indicator()))));
            if (into.hasFewSpaces()) {
                readElsewhere(file, period, codes, some, into);
            }
        }

        private void readElsewhere(
                CheckedFile file, String period, List<String> codes, String[] some, HiddenRelations into) {
            String[] wanted = codes.toArray(String[]::new);
            jdbi.useHandle(handle -> handle.select("""
                            select indicator, space || ' ' || period as place, value, numerator, denominator from staged_value
                            where submission = ? and indicator = any(?) and not (period = ? and space = any(?))
                              and status <> 'suppressed' limit ?""", file.id(), wanted, period, some, MOST_SPACES * MOST_INDICATORS)
                    .map((row, context) -> elsewhere(row))
                    .forEach(into::deliver));
            jdbi.useHandle(handle -> handle.select("""
                            select distinct on (v.indicator, v.period, v.space) v.indicator, v.space || ' ' || v.period as place,
                              coalesce(v.rounded, v.value) as value, v.numerator, v.denominator
                            from value v join release r on r.number = v.release and r.recorded_at is not null
                            join (select distinct space, period from (
                                select space, period from value
                                where indicator = ? and not (period = ? and space = any(?)) limit ?) few) p
                              on p.space = v.space and p.period = v.period
                            where v.indicator = any(?) and v.public_status <> 'suppressed' and v.rounded is null
                              and v.origin is null
                            order by v.indicator, v.period, v.space, v.revision desc""", codes.get(0), period, some, MOST_SPACES, wanted)
                    .map((row, context) -> elsewhere(row))
                    .forEach(into::deliver));
        }

        private static HiddenRelations.Row elsewhere(ResultSet row) throws SQLException {
            return new HiddenRelations.Row(
                    row.getString("indicator"),
                    row.getString("place"),
                    row.getBigDecimal("value"),
                    row.getBigDecimal("numerator"),
                    row.getBigDecimal("denominator"));
        }
    }
}
