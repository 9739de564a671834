package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.intake.mapping.KeyMaker;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import de.quartierwerk.ingestion.intake.submission.Area;
import de.quartierwerk.ingestion.intake.submission.Coverage;
import de.quartierwerk.ingestion.intake.submission.Finding;
import de.quartierwerk.ingestion.space.Space;
import de.quartierwerk.ingestion.space.Spaces;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All spaces in memory while a file is checked, found by key or name, with a note on each for which a value came. A
 * hundred thousand spaces take some ten megabytes; asking the database for each row would take hours.
 */
public final class SpaceIndex {
    private static final int MOST_REMEMBERED = 100_000;
    private static final int MOST_MEANT = 1_000;
    private static final Match NO_NAME = Match.fault("space.unknown");
    static final String ZEROS_LOST = "space.zeros-lost";
    /** Note on a key that stood there with blanks between its parts or as a decimal number. */
    static final String KEY_TIDIED = "space.key-tidied";

    private static final String UNKNOWN = "space.unknown";
    private static final String OTHER_LEVEL = "space.other-level";
    private static final String NAME_PROPOSED = "space.name-proposed";
    private static final Set<String> NOT_THERE =
            Set.of("space.missing", UNKNOWN, ZEROS_LOST, NAME_PROPOSED, SpaceNames.OTHER_KIND);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Match> looked = new HashMap<>();
    private final Map<String, Match> meant = new HashMap<>();
    private final Map<String, Match> beside = new HashMap<>();
    private final Set<String> delivered = new HashSet<>();
    private final IdentityHashMap<Space, LocalDate> staged = new IdentityHashMap<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Set<String> levels = new HashSet<>();
    private final Set<LocalDate> days = new HashSet<>();
    private final @Nullable String level;
    private final @Nullable List<String> scope;
    private final boolean named;
    private final boolean keysOnly;
    private final SpaceKeys byKey;
    private final KeyMaker keys;
    private final boolean asWritten;
    private final KnownSpaces known;
    private @Nullable SpaceNames names;

    private SpaceIndex(KnownSpaces known, Mapping mapping, @Nullable List<String> scope) {
        this.known = known;
        this.level = mapping.level();
        this.byKey = new SpaceKeys(level);
        this.scope = scope;
        this.named = mapping.matchesByName();
        this.keysOnly = mapping.matchesByKeyOnly();
        this.keys = new KeyMaker(mapping.spaces().keyRule());
        this.asWritten = !named && !keys.changes();
    }

    /**
     * Loads the spaces.
     *
     * @param mapping says which level the file speaks of and whether spaces are found by name
     * @param scope areas that the submitter may deliver for; null for all
     */
    public static SpaceIndex load(Spaces spaces, Mapping mapping, @Nullable List<String> scope) {
        return of(KnownSpaces.load(spaces), mapping, scope);
    }

    /** The same over spaces that have been loaded before. */
    public static SpaceIndex of(KnownSpaces known, Mapping mapping, @Nullable List<String> scope) {
        SpaceIndex index = new SpaceIndex(known, mapping, scope);
        known.all().forEach(index::add);
        return index;
    }

    private void add(Space space) {
        byKey.add(space);
        numbers.putIfAbsent(space.key(), numbers.size());
    }

    /** The names, which only a file that has some needs. */
    private SpaceNames names() {
        if (names == null) {
            names = known.names(level);
        }
        return names;
    }

    /**
     * A space or why there is none.
     *
     * @param versions states of the space over time, empty where there is a fault
     * @param fault code of the finding why there is none
     * @param note code of the finding how it was found
     * @param arguments of the message
     */
    record Match(
            List<Space> versions,
            @Nullable String fault,
            @Nullable String note,
            List<String> arguments) {
        static Match fault(String code, String... arguments) {
            return new Match(List.of(), code, null, List.of(arguments));
        }

        /** Whether there is no such space, so that the row may be no row of data at all. */
        boolean unknown() {
            return fault != null && NOT_THERE.contains(fault);
        }

        /** Whether a space was meant whose key has zeros before it. */
        boolean zerosLost() {
            return ZEROS_LOST.equals(fault);
        }

        /** Whether the space was found by nothing but its key. */
        boolean isByKey() {
            return fault == null && (note == null || note.equals(KEY_TIDIED));
        }

        String level() {
            return versions.get(0).level();
        }

        String key() {
            return versions.get(0).key();
        }
    }

    /** Whether a text looks like the keys of the level, be there such a key or not. */
    boolean looksLikeKey(String text) {
        return text.length() <= Finding.LONGEST_TEXT && byKey.looksLikeKey(keys.key(text));
    }

    /** The level of the space that a text stands for; nothing where it stands for none. */
    public Optional<String> levelOf(String text) {
        Match match = stated(text);
        return match.fault() == null ? Optional.of(match.level()) : Optional.empty();
    }

    /** Whether a text stands for a space, be it of another level or one that may not be delivered for. */
    public boolean isKnown(String text) {
        return !stated(text).unknown();
    }

    /** The level of the space whose key another rule makes of a text, be it beside its name. */
    public Optional<String> levelOf(String text, KeyMaker rule) {
        Match match = byKey.find(text, rule);
        return match != null && match.fault() == null && byKey.isOfLevel(match.versions())
                ? Optional.of(match.level())
                : Optional.empty();
    }

    /** Whether a text stands for a space of another level than the one that the mapping states. */
    public boolean isOfOtherLevel(String text) {
        return OTHER_LEVEL.equals(stated(text).fault());
    }

    /** The keys of the spaces of the level that the mapping states, or of all. */
    public Set<String> keys() {
        return byKey.ofLevel().stream().map(Space::key).collect(Collectors.toSet());
    }

    /**
     * What may be meant by a text that stands for no space.
     *
     * @return keys of spaces of similar names, mostly none; nothing where the text stands for a space, be it one that
     *     may not be delivered for
     */
    public Optional<List<String>> meantBy(String text) {
        Match match = find(text);
        if (UNKNOWN.equals(match.fault())) {
            return Optional.of(List.of());
        }
        return NAME_PROPOSED.equals(match.fault())
                ? Optional.of(List.of(match.arguments().get(2)))
                : Optional.empty();
    }

    /** Finds a space by the text of its cell; where there is none, the one that was probably meant. */
    Match find(String text) {
        Match match = stated(text);
        if (keysOnly || !UNKNOWN.equals(match.fault()) || text.length() > Finding.LONGEST_TEXT) {
            return match;
        }
        Match nearest = meant.get(text);
        if (nearest == null) {
            nearest = names().nearest(text);
            if (meant.size() < MOST_MEANT) {
                meant.put(text, nearest);
            }
        }
        return nearest;
    }

    /** Finds a space by the text of its cell. */
    private Match stated(String text) {
        if (text.isEmpty()) {
            return Match.fault("space.missing");
        }
        List<Space> found = asWritten ? byKey.get(text) : null;
        if (found != null) {
            return judged(text, new Match(found, null, null, List.of()));
        }
        if (text.length() > Finding.LONGEST_TEXT) {
            return Match.fault(UNKNOWN, Finding.cut(text));
        }
        Match before = looked.get(text);
        if (before == null) {
            before = otherwise(text);
            if (looked.size() < MOST_REMEMBERED) {
                looked.put(text, before);
            }
        }
        return before;
    }

    /** Finds a space whose cell does not hold its key as it is. */
    private Match otherwise(String text) {
        Match changed = named ? null : byKey.find(text, keys);
        if (changed != null) {
            return judged(text, changed);
        }
        Match byName = keysOnly ? null : names().find(text);
        if (byName != null) {
            boolean askedFor = named && SpaceNames.BY_NAME.equals(byName.note());
            return judged(
                    text,
                    new Match(byName.versions(), byName.fault(), askedFor ? null : byName.note(), byName.arguments()));
        }
        String proposed = named ? null : byKey.zerosLost(text, keys);
        if (proposed != null) {
            return Match.fault(ZEROS_LOST, text, proposed);
        }
        return Match.fault(UNKNOWN, text);
    }

    /** Whether the space that was found may be delivered for. */
    private Match judged(String text, Match match) {
        if (match.fault() != null) {
            return match;
        }
        List<Space> found = match.versions();
        if (level != null && !byKey.isOfLevel(found)) {
            return Match.fault(OTHER_LEVEL, text, found.get(0).level(), level);
        }
        if (found.stream().noneMatch(this::inScope)) {
            return Match.fault("space.out-of-area", text);
        }
        return match;
    }

    /** What a text is beside a key: the name of its space, that of another one, or none. */
    enum Naming {
        SAME,
        OTHER,
        NONE
    }

    /** Whether names beside keys can be compared: names of other levels would be found where none is stated. */
    boolean comparesNames() {
        return level != null && !named;
    }

    /** What a text beside the key of a space is. */
    Naming naming(String text, Match space) {
        String name = space.versions().get(0).name();
        if (text.equalsIgnoreCase(name)) {
            return Naming.SAME;
        }
        if (text.length() > Finding.LONGEST_TEXT || text.codePoints().noneMatch(Character::isLetter)) {
            return Naming.NONE;
        }
        Match found = beside.get(text);
        if (found == null) {
            found = Objects.requireNonNullElse(names().find(text), NO_NAME);
            if (beside.size() < MOST_REMEMBERED) {
                beside.put(text, found);
            }
        }
        if (found.unknown()) {
            return Naming.NONE;
        }
        boolean same = found.fault() == null && found.key().equals(space.key());
        return same || space.versions().stream().anyMatch(version -> SpaceNames.sameName(text, version.name()))
                ? Naming.SAME
                : Naming.OTHER;
    }

    /** Notes that a text stands for no space. */
    void noteUnknown(String text) {
        if (!text.isEmpty() && unknown.size() < Coverage.MOST_KEYS) {
            unknown.add(Finding.cut(text));
        }
    }

    /** The state of the space that is valid on the day, or null; notes the day as one that the file speaks of. */
    @Nullable
    Space version(Match match, LocalDate day) {
        days.add(day);
        for (Space space : match.versions()) {
            if (space.validOn(day) && (level == null || level.equals(space.level()))) {
                return space;
            }
        }
        return null;
    }

    /** Whether the submitter may deliver for the space. */
    boolean inScope(Space space) {
        return scope == null || !Collections.disjoint(space.path(), scope);
    }

    /** Number of the space that was found, from 0. */
    int number(Match match) {
        return Objects.requireNonNull(numbers.get(match.key()));
    }

    /** Notes that a value came for the space on the day, be it one that says that it is missing. */
    void stage(Space space, LocalDate day) {
        staged.putIfAbsent(space, day);
    }

    /** Notes that a usable value came for the space. */
    void deliver(Match match) {
        if (delivered.add(match.key())) {
            match.versions().forEach(space -> levels.add(space.level()));
        }
    }

    /** Forgets the delivered values of all spaces but these. */
    public void keepDelivered(Set<String> keys) {
        delivered.retainAll(keys);
    }

    /** Which spaces the file speaks of. */
    public Coverage coverage() {
        Set<String> expected = new TreeSet<>();
        for (List<Space> versions : byKey.all()) {
            for (Space space : versions) {
                boolean wanted = level == null ? levels.contains(space.level()) : level.equals(space.level());
                if (wanted && inScope(space) && days.stream().anyMatch(space::validOn)) {
                    expected.add(space.key());
                }
            }
        }
        List<String> missing = expected.stream()
                .filter(key -> !delivered.contains(key))
                .limit(Coverage.MOST_KEYS)
                .toList();
        return new Coverage(expected.size(), delivered.size(), missing, new ArrayList<>(unknown));
    }

    /**
     * Spaces that stand for all for which there are values when it is asked in whose areas they lie: the parent where
     * several of its children came, else the space itself. An empty cell counts too, since it takes a value back.
     */
    public Collection<Area> areas() {
        Map<Area, Integer> children = new HashMap<>();
        staged.forEach((space, day) -> parent(space, day).ifPresent(area -> children.merge(area, 1, Integer::sum)));
        Set<Area> areas = new TreeSet<>();
        staged.forEach((space, day) -> areas.add(parent(space, day)
                .filter(area -> children.getOrDefault(area, 0) > 1)
                .orElse(new Area(space.key(), day))));
        return areas;
    }

    private Optional<Area> parent(Space space, LocalDate day) {
        String parent = parent(space);
        boolean valid = byKey.versions(parent).stream().anyMatch(above -> above.validOn(day));
        return valid ? Optional.of(new Area(parent, day)) : Optional.empty();
    }

    private static String parent(Space space) {
        List<String> path = space.path();
        return path.size() < 2 ? "" : path.get(path.size() - 2);
    }

    /** Whether a delivered space lies directly above another delivered one. */
    public boolean deliversParents() {
        return delivered.stream()
                .anyMatch(key ->
                        byKey.versions(key).stream().limit(1).anyMatch(space -> delivered.contains(parent(space))));
    }
}
