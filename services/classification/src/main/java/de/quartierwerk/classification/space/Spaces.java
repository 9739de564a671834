package de.quartierwerk.classification.space;

import de.quartierwerk.classification.method.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What this service knows about levels and spaces. */
@ApplicationScoped
public class Spaces {
    private static final double SQUARE_METRES = 1_000_000;

    private final SpaceStatements statements;

    Spaces(SpaceStatements statements) {
        this.statements = statements;
    }

    /** Whether there is a level with this code. */
    public boolean isLevel(String code) {
        return statements.isLevel(code);
    }

    /** Rank of every level; lower means larger. */
    @Transactional
    public Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new HashMap<>();
        statements.levels().forEach(level -> ranks.put(level.getKey(), level.getValue()));
        return ranks;
    }

    /** Keys from the root down to a space, of the validity that holds on the day or else began last. */
    @Transactional
    public Optional<List<String>> path(String key, LocalDate day) {
        return statements.path(key, day);
    }

    /** Names of the keys that are known, by key, as they are on a day. */
    @Transactional
    public Map<String, String> names(Collection<String> keys, LocalDate day) {
        Map<String, String> names = new HashMap<>();
        statements.names(day, keys.toArray(String[]::new)).forEach(name -> names.put(name.getKey(), name.getValue()));
        return names;
    }

    /**
     * Those of the keys that mean the same space on both days: a key can be given anew, with the first day of its
     * validity it is an identity. A key that is not known on the first day counts as the same.
     */
    @Transactional
    public Set<String> same(Collection<String> keys, LocalDate then, LocalDate now) {
        if (then.equals(now)) {
            return new LinkedHashSet<>(keys);
        }
        Map<String, LocalDate> before = validSince(keys, then);
        Map<String, LocalDate> after = validSince(keys, now);
        return keys.stream()
                .filter(key -> !before.containsKey(key) || before.get(key).equals(after.get(key)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<String, LocalDate> validSince(Collection<String> keys, LocalDate day) {
        Map<String, LocalDate> since = new HashMap<>();
        statements
                .validSince(day, keys.toArray(String[]::new))
                .forEach(entry -> since.put(entry.getKey(), entry.getValue()));
        return since;
    }

    /**
     * Numbers of spaces.
     *
     * @param all those of a level
     * @param inside those of them in an area
     */
    public record Count(int all, int inside) {}

    /** How many spaces a level has on a day, and how many of them lie in an area; null takes all. */
    @Transactional
    public Count count(String level, LocalDate day, @Nullable String area) {
        return statements.count(level, day, area);
    }

    /**
     * The spaces of a level on a day, in the order of their keys, with all larger areas.
     *
     * @param level code of the level
     * @param day which spaces were valid
     * @param withAreas whether their areas in square kilometres are wanted
     * @param attributes names of the attributes wanted
     */
    @Transactional
    public TerritorySnapshot territory(String level, LocalDate day, boolean withAreas, Collection<String> attributes) {
        Map<String, Integer> ranks = ranks();
        List<SpaceStatements.Row> rows = statements.ofLevel(level, day, !attributes.isEmpty());
        List<SpaceStatements.Row> larger = statements.larger(ranks.getOrDefault(level, 0), day);
        Map<String, Integer> positions = new HashMap<>();
        for (int a = 0; a < larger.size(); a++) {
            positions.put(larger.get(a).key(), a);
        }
        List<Territory.Area> areas = new ArrayList<>();
        for (SpaceStatements.Row row : larger) {
            areas.add(new Territory.Area(row.key(), row.level(), parent(positions, row)));
        }
        List<String> keys = new ArrayList<>();
        List<Integer> parents = new ArrayList<>();
        List<@Nullable Double> squareKilometres = new ArrayList<>();
        Map<String, List<@Nullable String>> texts = new LinkedHashMap<>();
        attributes.stream().sorted().forEach(name -> texts.put(name, new ArrayList<>()));
        for (SpaceStatements.Row row : rows) {
            keys.add(row.key());
            parents.add(parent(positions, row));
            if (withAreas) {
                Double area = row.areaSquareMetres();
                squareKilometres.add(area == null ? null : (Double) (area / SQUARE_METRES));
            }
            texts.forEach((name, column) -> column.add(row.attributes().get(name)));
        }
        return new TerritorySnapshot(
                new Territory(level, ranks, keys, parents, areas),
                squareKilometres,
                texts,
                namesakes(level, day, keys));
    }

    private List<TerritorySnapshot.Namesake> namesakes(String level, LocalDate day, List<String> keys) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            positions.put(keys.get(i), i);
        }
        return statements.namesakes(level, day).stream()
                .filter(other -> positions.containsKey(other.key()))
                .map(other -> new TerritorySnapshot.Namesake(
                        positions.getOrDefault(other.key(), -1), other.validFrom(), other.validTo()))
                .toList();
    }

    /** Whether one of the keys with these ordinals ever meant a space of a level. */
    @Transactional
    public boolean anyOfLevel(String level, BitSet ordinals) {
        return !ordinals.isEmpty()
                && statements.anyOfLevel(
                        level, ordinals.stream().asLongStream().boxed().toArray(Long[]::new));
    }

    private static int parent(Map<String, Integer> positions, SpaceStatements.Row row) {
        return row.parent() == null ? -1 : positions.getOrDefault(row.parent(), -1);
    }
}
