package de.quartierwerk.reporting.space;

import de.quartierwerk.events.LevelDefined;
import de.quartierwerk.events.LevelWithdrawn;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.reporting.map.Boundary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The levels and spaces of the read model. */
@ApplicationScoped
public class Spaces {
    private final SpaceStatements statements;

    Spaces(SpaceStatements statements) {
        this.statements = statements;
    }

    void store(LevelDefined level) {
        statements.upsert(level);
    }

    void remove(LevelWithdrawn level) {
        statements.delete(level);
    }

    void store(List<SocialSpace> spaces) {
        statements.upsert(spaces);
    }

    /** Empties the read model of spaces. */
    public void clear() {
        statements.truncate();
    }

    /** Levels by code, the largest areas first. */
    public Map<String, Level> levels() {
        return statements.levels().stream()
                .collect(Collectors.toMap(Level::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** The space with a key on a day, else the one with that key whose validity begins last. */
    public Optional<Space> find(String key, LocalDate day) {
        return statements.find(key, day);
    }

    /** Whether a space with the key exists or existed. */
    public boolean isKnown(String key) {
        return statements.exists(key);
    }

    /** The spaces of an area on a day, itself included, in the order of their keys; all without an area. */
    public List<Space> within(@Nullable String area, LocalDate day) {
        return statements.within(area, day);
    }

    /** The spaces with these keys on a day, by key. */
    public Map<String, Space> byKey(Collection<String> keys, LocalDate day) {
        return keys.isEmpty()
                ? Map.of()
                : statements.byKeys(keys, day).stream().collect(Collectors.toMap(Space::key, Function.identity()));
    }

    /**
     * Those of the keys that mean the same space on two days: with the first day of its validity a key is an identity.
     * A key that is not known on the first day counts as the same.
     */
    public Set<String> same(Collection<String> keys, LocalDate then, LocalDate now) {
        if (then.equals(now)) {
            return Set.copyOf(keys);
        }
        Map<String, LocalDate> before = Space.since(byKey(keys, then).values());
        Map<String, LocalDate> after = Space.since(byKey(keys, now).values());
        return keys.stream()
                .filter(key -> !before.containsKey(key) || before.get(key).equals(after.get(key)))
                .collect(Collectors.toSet());
    }

    /** The spaces of the same level and parent on a day, in the order of their keys. */
    public List<Space> siblings(Space space, LocalDate day) {
        return statements.siblings(space.parent(), space.level(), day);
    }

    /** Boundaries of spaces on a day; a space without one is left out. */
    public List<Boundary> boundaries(Collection<String> keys, LocalDate day) {
        return keys.isEmpty() ? List.of() : statements.boundaries(keys, day);
    }

    /**
     * Notes on the data that spaces of an area, or of all, carry, each once: the text of their attribute
     * {@code notice}, or {@link Notices#MADE_UP} where they are marked as made up.
     */
    List<String> notices(@Nullable String area, LocalDate day) {
        return statements.notices(area, day);
    }
}
