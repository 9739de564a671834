package de.quartierwerk.ingestion.intake.observation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds words that look like the name of a person, or lead to one: a form of address before a capitalised word, a usual
 * first name before one, an initial before one, addresses of electronic mail and telephone numbers. It warns; a
 * moderator decides. Pure functions.
 */
final class PersonNames {
    private static final String WORD = "\\p{Lu}[\\p{L}'’-]+";
    private static final Pattern TITLE = Pattern.compile("\\b(?:Herrn?|Frau|Hr\\.|Fr\\.|Familie|Fam\\.|Dr\\.|Prof\\.)"
            + "\\s+(?:(?:Dr\\.|Prof\\.)\\s+)*" + WORD + "(?:\\s+" + WORD + ")?");
    private static final Pattern PAIR = Pattern.compile("(?<![\\p{L}-])(" + WORD + ")\\s+" + WORD);
    private static final Pattern INITIAL =
            Pattern.compile("(?<![\\p{L}.-])\\p{Lu}\\.\\s?(?:\\p{Lu}\\.\\s?)?\\p{Lu}\\p{Ll}{2,}");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+\\w");
    private static final Pattern TELEPHONE = Pattern.compile("(?<![\\d.,-])(?:\\+\\d{2}[\\d /()-]{6,}\\d|0\\d{9,}"
            + "|0\\d{2,4} \\d{4,}|0\\d{1,4}\\s?[/-]\\s?[\\d -]{3,}\\d)");
    private static final Set<String> FIRST_NAMES = firstNames();

    private PersonNames() {}

    /**
     * Words that look like a name.
     *
     * @param code why, a key of the message bundles
     * @param words as they stand in the text
     * @param start where they begin
     */
    record Found(String code, String words, int start) {}

    /** All such words, in the order of the text, each once. */
    static List<Found> in(@Nullable String text) {
        List<Found> found = new ArrayList<>();
        if (text != null) {
            find(found, TITLE, text, "observation.person-title");
            Matcher pairs = PAIR.matcher(text);
            for (int from = 0; pairs.find(from); from = pairs.end(1)) {
                if (FIRST_NAMES.contains(pairs.group(1))) {
                    add(found, new Found("observation.person-name", pairs.group(), pairs.start()));
                }
            }
            find(found, INITIAL, text, "observation.person-initial");
            find(found, MAIL, text, "observation.person-address");
            find(found, TELEPHONE, text, "observation.person-address");
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    private static void find(List<Found> found, Pattern pattern, String text, String code) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            add(found, new Found(code, matcher.group(), matcher.start()));
        }
    }

    /** Leaves out words that overlap with some that were found before. */
    private static void add(List<Found> found, Found next) {
        boolean within = found.stream()
                .anyMatch(other -> next.start() < other.start() + other.words().length()
                        && other.start() < next.start() + next.words().length());
        if (!within) {
            found.add(next);
        }
    }

    private static Set<String> firstNames() {
        try (InputStream names = PersonNames.class.getResourceAsStream("/observation/first-names.txt")) {
            String text = new String(Objects.requireNonNull(names).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
