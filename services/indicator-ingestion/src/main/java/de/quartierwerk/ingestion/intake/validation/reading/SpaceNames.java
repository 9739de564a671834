package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.space.Space;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
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
 * name without umlauts, hyphens, abbreviations and words such as {@code Stadt}; then the one that differs in at most
 * two letters, which is only proposed.
 */
final class SpaceNames {
    /** Note on a space that was found by its exact name. */
    static final String BY_NAME = "space.by-name";

    private static final String UNSURE = "space.name-unsure";
    private static final int MOST_PROPOSALS = 200;
    private static final int MOST_DIFFERENCES = 2;
    private static final int SHORTEST_COMPARED = 6;
    private static final int LONGEST_COMPARED = 80;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** Soft hyphens, spaces of no width and the like. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> LEFT_OUT =
            Set.of("stadt", "gemeinde", "kreis", "bezirk", "ortsteil", "stadtteil", "stadtbezirk", "flecken", "markt");

    private final Map<String, List<Space>> exact = new HashMap<>();
    private final Map<String, List<Space>> folded = new HashMap<>();
    private int proposals;

    SpaceNames(List<Space> spaces) {
        for (Space space : spaces) {
            exact.computeIfAbsent(tidy(space.name()), name -> new ArrayList<>(1))
                    .add(space);
            folded.computeIfAbsent(fold(space.name()), name -> new ArrayList<>(1))
                    .add(space);
        }
    }

    /** Finds a space by its name; null where there is none of that name. */
    SpaceIndex.@Nullable Match find(String text) {
        SpaceIndex.Match found = match(text, exact.get(tidy(text)), BY_NAME);
        return found != null ? found : match(text, folded.get(fold(text)), UNSURE);
    }

    private static SpaceIndex.@Nullable Match match(String text, @Nullable List<Space> found, String note) {
        if (found == null) {
            return null;
        }
        if (found.stream().map(Space::key).distinct().count() > 1) {
            return SpaceIndex.Match.fault("space.ambiguous", text);
        }
        Space first = found.get(0);
        return new SpaceIndex.Match(found, null, note, List.of(text, first.name(), first.key()));
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
                            Collectors.mapping(entry -> entry.getValue().get(0), Collectors.toList())));
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
        String composed = Normalizer.normalize(UNSEEN.matcher(name).replaceAll(""), Normalizer.Form.NFC);
        return BLANKS.matcher(composed.strip()).replaceAll(" ").toLowerCase(Locale.GERMAN);
    }

    static String fold(String name) {
        String letters = tidy(name)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace("str.", "strasse ")
                .replace("st.", "sankt ");
        String plain = ACCENTS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD))
                .replaceAll("");
        List<String> words = Arrays.stream(NO_LETTERS.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
        String kept = words.stream().filter(word -> !LEFT_OUT.contains(word)).collect(Collectors.joining(" "));
        return kept.isEmpty() ? String.join(" ", words) : kept;
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
