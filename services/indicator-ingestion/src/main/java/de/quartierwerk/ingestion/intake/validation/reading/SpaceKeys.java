package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.intake.mapping.KeyMaker;
import de.quartierwerk.ingestion.space.Space;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spaces by their keys (Raumschlüssel), also as offices write them: with blanks, decimals or the name of the space. */
final class SpaceKeys {
    private static final int MOST_SHAPES = 1_000;
    private static final Pattern BLANKS = Pattern.compile("(?U)[\\s\\u00a0\\u202f]+");
    /** A key with the name of its space: {@code 01001 Flensburg, Stadt}, {@code Flensburg (01001)}. */
    private static final Pattern KEY_AND_NAME = Pattern.compile("(?U)([\\w.:-]+?)[.:;,-]?[\\s\\u00a0|/]+(\\S.*)");

    /** Signs by which tables show that a space lies within the one above. */
    private static final Pattern INDENT = Pattern.compile("(?U)^[.·•>*\\s\\u00a0-]+(?=\\w)");

    private static final Pattern NAME_AND_KEY = Pattern.compile("(?U)(\\S.*?)\\s*[(\\[]([\\w.:-]+)[)\\]]");

    private final Map<String, List<Space>> byKey = new HashMap<>();
    private final Set<String> shapes = new HashSet<>();
    private final @Nullable String level;
    private int longestKey;

    /** @param level level of the spaces that are meant; null for all */
    SpaceKeys(@Nullable String level) {
        this.level = level;
    }

    void add(Space space) {
        byKey.computeIfAbsent(space.key(), key -> new ArrayList<>(1)).add(space);
        longestKey = Math.max(longestKey, space.key().length());
        if (shapes.size() < MOST_SHAPES && isOfLevel(space)) {
            shapes.add(shape(space.key()));
        }
    }

    /** The states of the space with exactly this key; null where there is none. */
    @Nullable
    List<Space> get(String key) {
        return byKey.get(key);
    }

    /** The same, empty where there is none. */
    List<Space> versions(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    Collection<List<Space>> all() {
        return byKey.values();
    }

    /** All states of the spaces of the level. */
    List<Space> ofLevel() {
        return byKey.values().stream()
                .flatMap(List::stream)
                .filter(this::isOfLevel)
                .toList();
    }

    /** Whether any state of a space is of the level. */
    boolean isOfLevel(List<Space> versions) {
        return versions.stream().anyMatch(this::isOfLevel);
    }

    private boolean isOfLevel(Space space) {
        return level == null || level.equals(space.level());
    }

    /** A key with all its letters and digits alike, {@code AA9999}, by which others of the kind are known. */
    private static String shape(String key) {
        StringBuilder shape = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            shape.append(Character.isDigit(c) ? '9' : Character.isUpperCase(c) ? 'A' : Character.isLetter(c) ? 'a' : c);
        }
        return shape.toString();
    }

    /** Whether a text looks like the keys of the level, be there such a key or not. */
    boolean looksLikeKey(String key) {
        return shapes.contains(shape(key));
    }

    /** The space whose key a rule makes of the text, or that stands there with blanks, decimals or its name. */
    SpaceIndex.@Nullable Match find(String text, KeyMaker keys) {
        List<Space> stated = byKey.get(keys.key(text));
        if (stated != null) {
            return new SpaceIndex.Match(stated, null, null, List.of());
        }
        String tidy = KeyMaker.withoutDecimals(BLANKS.matcher(text).replaceAll(""));
        List<Space> tidied = byKey.get(keys.key(tidy));
        if (tidied != null && isOfLevel(tidied.get(0))) {
            Space first = tidied.get(0);
            return new SpaceIndex.Match(tidied, null, SpaceIndex.KEY_TIDIED, List.of(text, first.key()));
        }
        Matcher keyFirst = KEY_AND_NAME.matcher(INDENT.matcher(text).replaceFirst(""));
        SpaceIndex.Match found =
                keyFirst.matches() ? withName(text, keys.key(keyFirst.group(1)), keyFirst.group(2)) : null;
        if (found == null) {
            Matcher nameFirst = NAME_AND_KEY.matcher(text);
            found = nameFirst.matches() ? withName(text, keys.key(nameFirst.group(2)), nameFirst.group(1)) : null;
        }
        return found;
    }

    /** A key beside a name: that of the same space, or one written otherwise, but no other one. */
    private SpaceIndex.@Nullable Match withName(String text, String key, String name) {
        List<Space> found = byKey.get(key);
        if (found == null) {
            return null;
        }
        Space first = found.get(0);
        if (found.stream().anyMatch(space -> SpaceNames.sameName(name, space.name()))) {
            return new SpaceIndex.Match(found, null, null, List.of());
        }
        return SpaceNames.similar(name, first.name())
                ? new SpaceIndex.Match(found, null, "space.name-unsure", List.of(text, first.name(), first.key()))
                : SpaceIndex.Match.fault("space.key-and-name-differ", text, first.key(), first.name());
    }

    /** The key that was meant by one that lost its zeros, be it before its name; null where there is none. */
    @Nullable
    String zerosLost(String text, KeyMaker keys) {
        String proposed = withLeadingZeros(keys.key(text));
        Matcher keyFirst = KEY_AND_NAME.matcher(text);
        if (proposed != null || !keyFirst.matches()) {
            return proposed;
        }
        String key = withLeadingZeros(keys.key(keyFirst.group(1)));
        boolean sameName = key != null
                && byKey.getOrDefault(key, List.of()).stream()
                        .anyMatch(space -> SpaceNames.sameName(keyFirst.group(2), space.name()));
        return sameName ? key : null;
    }

    /** Spreadsheets drop leading zeros; if exactly one key is the text with zeros before it, that one was meant. */
    private @Nullable String withLeadingZeros(String text) {
        String found = null;
        StringBuilder key = new StringBuilder(text);
        while (key.length() < longestKey) {
            key.insert(0, '0');
            if (byKey.getOrDefault(key.toString(), List.of()).stream().anyMatch(this::isOfLevel)) {
                if (found != null) {
                    return null;
                }
                found = key.toString();
            }
        }
        return found;
    }
}
