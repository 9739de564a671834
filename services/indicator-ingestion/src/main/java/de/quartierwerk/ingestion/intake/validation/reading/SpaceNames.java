package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.space.Space;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Spaces by their names, as the registry tells them: exactly, apart from capitals and blanks; then by what remains of a
 * name without umlauts, hyphens, abbreviations and words such as {@code Stadt}, where these say no other kind of area;
 * then the one that differs in at most two letters, which is only proposed.
 */
final class SpaceNames {
    /** Note on a space that was found by its exact name. */
    static final String BY_NAME = "space.by-name";

    /** Fault of a name that says another kind of area than the space of that name is. */
    static final String OTHER_KIND = "space.other-kind";

    private static final String UNSURE = "space.name-unsure";
    private static final int MOST_PROPOSALS = 200;
    private static final int MOST_DIFFERENCES = 2;
    private static final int SHORTEST_COMPARED = 6;
    private static final int LONGEST_COMPARED = 80;
    private static final Pattern BLANKS = Pattern.compile("(?U)[\\s\\u00a0\\u202f\\u2007]+");
    /** Soft hyphens, spaces of no width and the like. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final String UMLAUTS = "äöüÄÖÜß";

    private final Map<String, List<Space>> exact = new HashMap<>();
    private final Map<String, List<Named>> folded = new HashMap<>();
    private final Map<String, Set<SpaceKinds.Kind>> levels = new HashMap<>();
    private int proposals;

    /** A space and what its name says. */
    private record Named(Space space, Folded name) {}

    /**
     * A name without the words that say what kind of area it is.
     *
     * @param core what remains
     * @param kinds the kinds
     */
    record Folded(String core, Set<SpaceKinds.Kind> kinds) {}

    /** @param levelNames codes of levels and their names */
    SpaceNames(List<Space> spaces, Map<String, String> levelNames) {
        for (Space space : spaces) {
            String tidy = tidy(space.name());
            exact.computeIfAbsent(tidy, name -> new ArrayList<>(1)).add(space);
            Folded name = foldedTidy(tidy);
            folded.computeIfAbsent(name.core, core -> new ArrayList<>(1)).add(new Named(space, name));
            levels.computeIfAbsent(
                    space.level(), code -> SpaceKinds.ofLevel(code + " " + levelNames.getOrDefault(code, "")));
        }
    }

    /** Finds a space by its name; null where there is none of that name. */
    SpaceIndex.@Nullable Match find(String text) {
        List<Space> same = exact.get(tidy(text));
        return same != null ? match(text, same, BY_NAME) : byCore(text);
    }

    private SpaceIndex.@Nullable Match byCore(String text) {
        Folded wanted = folded(text);
        List<Named> same = folded.getOrDefault(wanted.core, List.of());
        if (same.isEmpty()) {
            return null;
        }
        List<Named> possible = same.stream()
                .filter(one -> SpaceKinds.mayBe(wanted.kinds, one.name.kinds, kinds(one.space)))
                .toList();
        if (possible.isEmpty()) {
            Space other = same.get(0).space;
            return SpaceIndex.Match.fault(OTHER_KIND, text, other.name(), other.key());
        }
        List<Named> ofThatKind = possible.stream()
                .filter(one -> !Collections.disjoint(wanted.kinds, one.name.kinds))
                .toList();
        List<Space> found = (ofThatKind.isEmpty() ? possible : ofThatKind)
                .stream().map(Named::space).toList();
        return match(text, found, UNSURE);
    }

    private Set<SpaceKinds.Kind> kinds(Space space) {
        return levels.getOrDefault(space.level(), Set.of());
    }

    private static SpaceIndex.Match match(String text, List<Space> found, String note) {
        if (found.stream().map(Space::key).distinct().count() > 1) {
            return SpaceIndex.Match.fault("space.ambiguous", text);
        }
        Space first = found.get(0);
        return new SpaceIndex.Match(found, null, note, List.of(text, first.name(), first.key()));
    }

    /** Whether a text may be the name of a space, apart from umlauts, hyphens and words that say its kind. */
    static boolean sameName(String text, String name) {
        Folded said = folded(text);
        Folded own = folded(name);
        return said.core.equals(own.core)
                && (said.kinds.isEmpty() || own.kinds.isEmpty() || !Collections.disjoint(said.kinds, own.kinds));
    }

    /** Whether two names may be one, written otherwise: one has all words of the other, or two letters differ. */
    static boolean similar(String text, String name) {
        Folded said = folded(text);
        Folded own = folded(name);
        List<String> words = List.of(said.core.split(" "));
        List<String> others = List.of(own.core.split(" "));
        boolean kindsAgree =
                said.kinds.isEmpty() || own.kinds.isEmpty() || !Collections.disjoint(said.kinds, own.kinds);
        return kindsAgree
                && (words.containsAll(others)
                        || others.containsAll(words)
                        || (said.core.length() >= SHORTEST_COMPARED
                                && differences(said.core, own.core) <= MOST_DIFFERENCES));
    }

    /** The fault of a text that names no space, with the space that was probably meant. */
    SpaceIndex.Match nearest(String text) {
        String wanted = fold(text);
        boolean comparable = !folded.isEmpty()
                && wanted.length() >= SHORTEST_COMPARED
                && wanted.length() <= LONGEST_COMPARED
                && wanted.codePoints().anyMatch(Character::isLetter);
        if (comparable && proposals++ < MOST_PROPOSALS) {
            Map<Integer, List<Space>> near = folded.entrySet().stream()
                    .collect(Collectors.groupingBy(
                            entry -> differences(wanted, entry.getKey()),
                            TreeMap::new,
                            Collectors.mapping(entry -> entry.getValue().get(0).space(), Collectors.toList())));
            Map.Entry<Integer, List<Space>> least = near.entrySet().iterator().next();
            if (least.getKey() <= MOST_DIFFERENCES && least.getValue().size() == 1) {
                Space meant = least.getValue().get(0);
                return SpaceIndex.Match.fault("space.name-proposed", text, meant.name(), meant.key());
            }
        }
        return SpaceIndex.Match.fault("space.unknown", text);
    }

    /** Letters and their marks as one character each, without blanks and characters that are not seen. */
    private static String tidy(String name) {
        if (isTidy(name)) {
            return name.toLowerCase(Locale.GERMAN);
        }
        String composed = Normalizer.normalize(UNSEEN.matcher(name).replaceAll(""), Normalizer.Form.NFC);
        return BLANKS.matcher(composed.strip()).replaceAll(" ").toLowerCase(Locale.GERMAN);
    }

    /** Whether a name is as most are: usual letters, digits and signs with one blank between them. */
    private static boolean isTidy(String name) {
        boolean blank = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean usual = c == ' ' ? !blank : (c > ' ' && c <= '~') || UMLAUTS.indexOf(c) >= 0;
            if (!usual) {
                return false;
            }
            blank = c == ' ';
        }
        return !blank;
    }

    static String fold(String name) {
        return folded(name).core;
    }

    /** A name taken apart; the words of an official addition after a comma count where one of them says a kind. */
    static Folded folded(String name) {
        return foldedTidy(tidy(name));
    }

    private static Folded foldedTidy(String whole) {
        int comma = whole.indexOf(',');
        List<String> words = words(comma < 0 ? whole : whole.substring(0, comma));
        List<String> added = comma < 0 ? List.of() : words(whole.substring(comma + 1));
        Set<SpaceKinds.Kind> kinds = EnumSet.noneOf(SpaceKinds.Kind.class);
        List<String> kept = new ArrayList<>();
        for (String word : words) {
            SpaceKinds.Kind kind = SpaceKinds.ofWord(word);
            if (kind == null && !(word.equals("kreisfreie") && words.contains("stadt"))) {
                kept.add(word);
            } else if (kind != null) {
                kinds.add(kind);
            }
        }
        boolean official = added.stream().anyMatch(word -> SpaceKinds.ofAddition(word) != null);
        for (String word : added) {
            SpaceKinds.Kind kind = SpaceKinds.ofAddition(word);
            if (kind != null) {
                kinds.add(kind);
            } else if (!official || !SpaceKinds.isBeside(word)) {
                kept.add(word);
            }
        }
        return kept.isEmpty()
                ? new Folded(String.join(" ", words), Set.of())
                : new Folded(String.join(" ", kept), kinds);
    }

    private static List<String> words(String tidy) {
        List<String> words = new ArrayList<>();
        String text = letters(tidy);
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isLetterOrNumber(text.charAt(i))) {
                if (i > begin) {
                    words.add(text.substring(begin, i));
                }
                begin = i + 1;
            }
        }
        return words;
    }

    private static boolean isLetterOrNumber(char c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER
                || Character.isSurrogate(c);
    }

    /** A tidy text in letters without marks, abbreviations written out. */
    static String letters(String tidy) {
        String letters = tidy.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace("str.", "strasse ")
                .replace("st.", "sankt ");
        return letters.chars().allMatch(c -> c < 128)
                ? letters
                : ACCENTS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD))
                        .replaceAll("");
    }

    /** Letters to insert, remove or replace (Levenshtein 1966); more than two are not counted. */
    static int differences(String a, String b) {
        if (Math.abs(a.length() - b.length()) > MOST_DIFFERENCES) {
            return MOST_DIFFERENCES + 1;
        }
        int[] above = new int[b.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
