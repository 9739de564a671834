package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.disclosure.Reason;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.catalogue.Relations;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            HiddenRelations relations = new HiddenRelations(file.catalogue());
            statements.read(file, period, List.copyOf(looked.keySet()), relations);
            found.addAll(relations.find());
            found.addAll(withSecrets(file, looked, relations));
        }
        found.stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .forEach(each -> file.findings()
                        .warning(Place.FILE, each.code(), null, each.arguments().toArray(String[]::new)));
    }

    /** Some relations are said only where a secret can be computed with them. */
    private List<HiddenRelations.Found> withSecrets(
            CheckedFile file, Map<String, Indicator> looked, HiddenRelations relations) {
        List<HiddenRelations.Suspected> suspected = relations.suspected();
        if (suspected.isEmpty()) {
            return List.of();
        }
        Map<String, Indicator> concerned = new TreeMap<>(looked);
        suspected.forEach(each -> each.of()
                .forEach(code -> concerned.put(
                        code, Objects.requireNonNull(file.catalogue().get(code)))));
        Set<String> secret = withLinked(statements.withSecrets(file, concerned), file.catalogue());
        return suspected.stream()
                .filter(each -> each.of().stream().anyMatch(secret::contains))
                .map(HiddenRelations.Suspected::found)
                .toList();
    }

    /** Indicators with secrets, and those that have some for the sake of others as the catalogue states it. */
    private static Set<String> withLinked(Set<String> secret, Map<String, Indicator> catalogue) {
        Set<String> all = new TreeSet<>(secret);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Indicator indicator : catalogue.values()) {
                Set<String> linked = addingUp(indicator);
                if (linked.stream().anyMatch(all::contains)) {
                    grown |= all.addAll(linked);
                }
            }
        }
        return all;
    }

    private static Set<String> addingUp(Indicator indicator) {
        Relations relations = indicator.definition().relations();
        Set<String> codes = new TreeSet<>(new Relations(relations.relations(), relations.sameFigureAs(), null).codes());
        codes.addAll(indicator.definition().kind() == Kind.COUNT ? indicator.inputs() : List.of());
        codes.add(indicator.code());
        return codes;
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
        private static final String[] LEAVING_DENOMINATOR = Stream.of(Reason.values())
                .filter(Reason::leavesDenominator)
                .map(Reason::name)
                .toArray(String[]::new);

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
                            select distinct on (v.indicator, v.space) v.indicator, v.space,
                              case when v.public_status <> 'suppressed' then coalesce(v.rounded, v.value) end as value,
                              case when v.public_status <> 'suppressed' and v.rounded is null then v.numerator end as numerator,
                              case when v.rounded is null and (v.public_status <> 'suppressed' or v.suppression = any(?))
                                then v.denominator end as denominator
                            from value v join release r on r.number = v.release and r.recorded_at is not null
                            where v.space = any(?) and (v.period = ? or v.period_end in (
                              select g.period_end from staged_groups(?) g where g.period = ?))
                            order by v.indicator, v.space, v.period = ? desc, v.revision desc""", LEAVING_DENOMINATOR, some, period, file.id(), period, period)
                    .map((row, context) -> new HiddenRelations.Row(
                            row.getString("indicator"),
                            row.getString("space"),
                            row.getBigDecimal("value"),
                            row.getBigDecimal("numerator"),
                            row.getBigDecimal("denominator")))
                    .forEach(into::known));
            if (into.hasFewSpaces()) {
                readElsewhere(file, period, codes, some, into);
            }
        }

        /**
         * Those of the indicators of which the file has small counts or suppressed values, or the public misses some.
         */
        Set<String> withSecrets(CheckedFile file, Map<String, Indicator> of) {
            String[] codes = of.keySet().toArray(String[]::new);
            Integer[] minima = of.values().stream()
                    .map(indicator -> Math.max(
                            Definition.USUAL_MINIMUM_COUNT,
                            indicator.definition().minimumCount()))
                    .toArray(Integer[]::new);
            return jdbi.withHandle(handle -> handle.select("""
                            select i.code from unnest(?, ?) as i (code, minimum)
                            where exists (select 1 from staged_value s
                                where s.submission = ? and s.indicator = i.code and (s.status = 'suppressed'
                                  or (coalesce(s.numerator, s.value) > 0 and coalesce(s.numerator, s.value) < i.minimum)))
                              or exists (select 1 from value v
                                where v.indicator = i.code and v.public_status = 'suppressed'
                                  and v.period in (select g.period from staged_groups(?) g))""", codes, minima, file.id(), file.id())
                    .map((row, context) -> row.getString(1))
                    .collect(Collectors.toSet()));
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
