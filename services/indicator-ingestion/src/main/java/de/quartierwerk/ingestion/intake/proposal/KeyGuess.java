package de.quartierwerk.ingestion.intake.proposal;

import de.quartierwerk.ingestion.intake.mapping.KeyMaker;
import de.quartierwerk.ingestion.intake.mapping.KeyRule;
import de.quartierwerk.ingestion.intake.validation.reading.SpaceIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * By which rule texts become keys of known spaces (Schlüsselregel), where they are none as they are: with zeros or
 * other characters in front, without signs between their digits, or by a part of them.
 */
final class KeyGuess {
    private static final int SHORTEST_KEY = 2;
    private static final int LONGEST_KEY = 12;
    private static final int MOST_PREFIXES = 5;

    /** Parts of texts that may be keys: the digits at the beginning or end, a code, what stands in parentheses. */
    private static final List<String> PARTS =
            List.of("^(\\d+)", "(\\d+)$", "\\b([A-Z]{1,3}\\d[A-Z0-9]*)\\b", "\\(([^()]+)\\)$", "([\\w-]+)$");

    private final SpaceIndex index;
    private final @Nullable String level;
    private @Nullable Set<String> keys;
    private @Nullable Set<Integer> lengths;

    /** @param level level of the spaces that are meant; null for all */
    KeyGuess(SpaceIndex index, @Nullable String level) {
        this.index = index;
        this.level = level;
    }

    /**
     * A rule.
     *
     * @param known how many of the texts it makes keys of
     * @param prefixes other prefixes that would do as well
     */
    record Guess(KeyRule rule, long known, List<String> prefixes) {
        /** Copies the prefixes. */
        Guess {
            prefixes = List.copyOf(prefixes);
        }
    }

    /** The keys of the spaces that are meant. */
    Set<String> keys() {
        if (keys == null) {
            keys = index.keys();
        }
        return keys;
    }

    /**
     * The rule that makes most keys of some texts, the simplest of those. Where no level is stated, small numbers would
     * be keys of one or the other: then nothing is put in front of them.
     *
     * @param prefixed whether a prefix may be looked for, which finds keys in any small numbers
     */
    Optional<Guess> of(List<String> texts, boolean prefixed) {
        List<Guess> guesses = new ArrayList<>();
        for (KeyRule part : parts(texts)) {
            boolean whole = part.equals(KeyRule.NONE);
            List<KeyRule> rules = whole || level != null ? withZeros(part, texts) : List.of(part);
            rules.forEach(rule -> guesses.add(new Guess(rule, known(rule, texts), List.of())));
            if (prefixed && level != null) {
                rules.forEach(rule -> withPrefix(rule, texts).ifPresent(guesses::add));
            }
            Optional<Guess> best = best(guesses);
            if (best.isPresent() && best.get().known == texts.size()) {
                return best;
            }
        }
        return best(guesses);
    }

    private static Optional<Guess> best(List<Guess> guesses) {
        return guesses.stream()
                .filter(guess -> guess.known > 0)
                .max(Comparator.comparingLong(Guess::known)
                        .thenComparing(Comparator.comparingInt((Guess guess) -> guesses.indexOf(guess))
                                .reversed()));
    }

    /** The parts of the texts that may be keys: first the whole. */
    private List<KeyRule> parts(List<String> texts) {
        List<KeyRule> rules = new ArrayList<>(List.of(KeyRule.NONE));
        String signs = signs(texts);
        if (!signs.isEmpty()) {
            rules.add(new KeyRule(null, null, null, signs, null, null));
        }
        PARTS.forEach(pattern -> rules.add(cut(pattern)));
        lengths().forEach(length -> rules.add(cut("^(\\d{" + length + "})0+$")));
        return rules;
    }

    private static KeyRule cut(String pattern) {
        return new KeyRule(null, null, pattern, null, null, null);
    }

    /** Signs that stand between digits of the texts. */
    private static String signs(List<String> texts) {
        return texts.stream()
                .filter(text -> text.matches("\\d+(?:[ ./_-]\\d+)+"))
                .flatMap(text -> text.chars().filter(c -> !Character.isDigit(c)).mapToObj(Character::toString))
                .distinct()
                .sorted()
                .collect(Collectors.joining());
    }

    /** The lengths of known keys. */
    Set<Integer> lengths() {
        if (lengths == null) {
            lengths = keys().stream()
                    .map(String::length)
                    .filter(length -> length <= LONGEST_KEY)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        return lengths;
    }

    /** A rule as it is and with zeros in front, where there are digits. */
    private static List<KeyRule> withZeros(KeyRule rule, List<String> texts) {
        KeyMaker maker = new KeyMaker(rule);
        List<KeyRule> rules = new ArrayList<>(List.of(rule));
        if (texts.stream().anyMatch(text -> maker.key(text).matches("\\d{1,11}(?:\\.0+)?(?:\\D.*)?"))) {
            IntStream.rangeClosed(SHORTEST_KEY, LONGEST_KEY).forEach(length -> rules.add(rule.withPadTo(length)));
        }
        return rules;
    }

    /** The level of the first space whose key a rule makes of a text. */
    Optional<String> level(List<String> texts, KeyRule rule) {
        KeyMaker maker = new KeyMaker(rule);
        return texts.stream()
                .flatMap(text -> index.levelOf(text, maker).stream())
                .findFirst();
    }

    /** How many texts a rule makes known keys of. */
    private long known(KeyRule rule, List<String> texts) {
        KeyMaker maker = new KeyMaker(rule);
        return texts.stream()
                .filter(text -> index.levelOf(text, maker)
                        .filter(found -> level == null || level.equals(found))
                        .isPresent())
                .count();
    }

    /** The same rule with the prefix that makes keys of most of the texts. */
    private Optional<Guess> withPrefix(KeyRule rule, List<String> texts) {
        KeyMaker maker = new KeyMaker(rule);
        Set<String> ends = texts.stream()
                .map(maker::key)
                .map(key -> key.replaceFirst("(?U)\\W.*", ""))
                .filter(key -> key.length() > 1)
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, Integer> prefixes = prefixes(ends);
        if (prefixes.isEmpty()) {
            return Optional.empty();
        }
        int most = Collections.max(prefixes.values());
        List<String> best = prefixes.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .sorted()
                .limit(MOST_PREFIXES)
                .toList();
        KeyRule prefixed =
                new KeyRule(rule.columns(), rule.translate(), rule.pattern(), rule.remove(), rule.padTo(), best.get(0));
        return Optional.of(new Guess(prefixed, known(prefixed, texts), best.subList(1, best.size())));
    }

    /** What known keys have in front of some endings, and how often. */
    private Map<String, Integer> prefixes(Set<String> ends) {
        Set<Integer> lengths = ends.stream().map(String::length).collect(Collectors.toSet());
        Map<String, Integer> found = new HashMap<>();
        for (String key : keys()) {
            for (int length : lengths) {
                if (key.length() > length && ends.contains(key.substring(key.length() - length))) {
                    found.merge(key.substring(0, key.length() - length), 1, Integer::sum);
                }
            }
        }
        return found;
    }
}
