package de.quartierwerk.ingestion.intake.proposal;

import de.quartierwerk.ingestion.intake.mapping.KeyRule;
import de.quartierwerk.ingestion.intake.validation.reading.SpaceIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which texts of a table are spaces, and of which level. */
final class SpaceGuess {
    private static final int MOST_TEXTS = 100;
    /** So many texts show whether it is worth the while to look for rules, which are many. */
    private static final int TEXTS_TRIED = 12;

    private static final int MOST_KEY_COLUMNS = 4;
    private static final int LONGEST_PART = 4;
    /** A column of numbers holds parts of keys only where its name says so. */
    private static final Pattern KEY_NAME = Pattern.compile(
            "(?iu).*(schlüssel|kenn(ziffer|zahl|ung)|nummer|\\bnr\\b|code|key|\\bid\\b|ags|ars|gkz|lor|plr|gebiet|bezirk|raum"
                    + "|quartier|stadtteil|viertel|gemeinde|kreis|stadt|region|area|block).*");

    private final SpaceIndex index;
    private final KeyGuess keys;
    private final @Nullable String level;
    private boolean exactKeys;

    /**
     * @param index the spaces by their keys and names as they are
     * @param level the level that the file speaks of; null to find out
     */
    SpaceGuess(SpaceIndex index, @Nullable String level) {
        this.index = index;
        this.keys = new KeyGuess(index, level);
        this.level = level;
    }

    /**
     * What was found in a column, or in several whose texts are put together.
     *
     * @param columns their numbers; none for the column names
     * @param known how many texts are spaces of the level
     * @param texts how many texts there are
     * @param level of the spaces
     * @param rule how keys are made of the texts
     * @param prefixes other prefixes that would do as well as that of the rule
     */
    record Found(List<Integer> columns, long known, long texts, String level, KeyRule rule, List<String> prefixes) {
        /** Copies the lists. */
        Found {
            columns = List.copyOf(columns);
            prefixes = List.copyOf(prefixes);
        }

        double share() {
            return texts == 0 ? 0 : (double) known / texts;
        }

        /** Whether this is the better guess: it knows more spaces or, where that is the same, their keys. */
        boolean isBetterThan(@Nullable Found other, Set<String> keys, Table table) {
            if (other == null || known != other.known) {
                return other == null || known > other.known;
            }
            return holdsKeys(keys, table) && !other.holdsKeys(keys, table);
        }

        private boolean holdsKeys(Set<String> keys, Table table) {
            return table.distinct(columns.get(0)).stream().anyMatch(keys::contains);
        }
    }

    /** What a column holds as it is, or by the rule that makes most of its texts keys. */
    Found in(Table table, int column) {
        List<String> sample = sample(table, column);
        Found asIs = count(List.of(column), sample);
        if (asIs.share() >= 0.5 || sample.isEmpty()) {
            return asIs;
        }
        return byRule(table, column, sample, asIs);
    }

    private Found byRule(Table table, int column, List<String> sample, Found asIs) {
        boolean named = KEY_NAME.matcher(table.name(column)).matches()
                || sample.stream().anyMatch(text -> text.length() > 1 && text.startsWith("0"));
        List<String> tried = sample.size() <= 2 * TEXTS_TRIED
                ? sample
                : IntStream.range(0, TEXTS_TRIED)
                        .mapToObj(i -> sample.get(i * sample.size() / TEXTS_TRIED))
                        .toList();
        if (tried.size() < sample.size()
                && keys.of(tried, named)
                        .filter(guess -> guess.known() * 3 >= tried.size())
                        .isEmpty()) {
            return asIs;
        }
        return keys.of(sample, named)
                .filter(guess ->
                        guess.rule().prefix() == null || (guess.known() > 1 && guess.known() * 5 > 4L * sample.size()))
                .filter(guess -> guess.known() > asIs.known())
                .map(guess -> new Found(
                        List.of(column),
                        guess.known(),
                        sample.size(),
                        levelOf(sample, guess.rule()),
                        guess.rule(),
                        guess.prefixes()))
                .orElse(asIs);
    }

    /**
     * The column that holds most spaces, of those of which most texts are spaces. Keys of the stated level as they are
     * leave no doubt; rules and names, which are many, are not tried then.
     */
    Optional<Found> best(Table table, List<Integer> columns) {
        Found exact = null;
        long most = 0;
        for (int column : columns) {
            List<String> texts =
                    table.distinct(column).stream().limit(MOST_TEXTS).toList();
            long known = texts.stream().filter(keys.keys()::contains).count();
            most = Math.max(most, texts.size());
            if (level != null && known > 2 && known == texts.size() && (exact == null || known > exact.known)) {
                exact = new Found(List.of(column), known, known, level, KeyRule.NONE, List.of());
            }
        }
        exactKeys = exact != null && exact.known * 2 >= most;
        return exactKeys ? Optional.ofNullable(exact) : bestByRules(table, columns);
    }

    private Optional<Found> bestByRules(Table table, List<Integer> columns) {
        Found best = null;
        for (int column : columns) {
            Found found = in(table, column);
            if (found.share() > 0.5 && found.isBetterThan(best, keys.keys(), table)) {
                best = found;
            }
        }
        Found alone = best;
        return alone != null && alone.share() == 1
                ? Optional.of(alone)
                : together(table, columns)
                        .filter(found -> alone == null || found.known() > alone.known())
                        .or(() -> Optional.ofNullable(alone));
    }

    /** What some texts are as they are. */
    Found in(Set<String> texts) {
        return count(List.of(), List.copyOf(texts));
    }

    /** Texts of a column that may be spaces of the level: no totals, and no spaces of other levels. */
    private List<String> sample(Table table, int column) {
        return table.distinct(column).stream()
                .limit(MOST_TEXTS)
                .filter(text -> !isBeside(text))
                .toList();
    }

    /** Whether a text stands for a total or a space of another level. */
    boolean isBeside(String text) {
        return Totals.isTotal(text) || index.isOfOtherLevel(text);
    }

    private Found count(List<Integer> columns, List<String> texts) {
        Map<String, Long> byLevel = new HashMap<>();
        for (String text : texts) {
            index.levelOf(text)
                    .filter(found -> level == null || level.equals(found))
                    .ifPresent(found -> byLevel.merge(found, 1L, Long::sum));
        }
        return byLevel.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> new Found(columns, most.getValue(), texts.size(), most.getKey(), KeyRule.NONE, List.of()))
                .orElse(new Found(columns, 0, texts.size(), "", KeyRule.NONE, List.of()));
    }

    private String levelOf(List<String> texts, KeyRule rule) {
        return keys.level(texts, rule).orElse("");
    }

    /** Columns side by side that make up keys together, such as those of land, district and municipality. */
    private Optional<Found> together(Table table, List<Integer> columns) {
        Found best = null;
        for (int first : columns) {
            for (int last = first + 1; last < first + MOST_KEY_COLUMNS && columns.contains(last); last++) {
                for (List<Integer> widths : widths(table, first, last)) {
                    Found found = together(table, first, widths);
                    best = best == null || found.known() > best.known() ? found : best;
                }
            }
        }
        return Optional.ofNullable(best).filter(found -> found.known() * 5 > 4 * found.texts());
    }

    /** How wide the parts of keys may be, so that together they are as long as known keys are. */
    private List<List<Integer>> widths(Table table, int first, int last) {
        List<List<Integer>> widths = List.of(List.of());
        for (int column = first; column <= last; column++) {
            int longest =
                    table.texts(column).stream().mapToInt(String::length).max().orElse(LONGEST_PART + 1);
            List<List<Integer>> wider = new ArrayList<>();
            for (List<Integer> before : widths) {
                for (int width = longest; width <= LONGEST_PART; width++) {
                    List<Integer> all = new ArrayList<>(before);
                    all.add(width);
                    wider.add(all);
                }
            }
            widths = wider;
        }
        Set<Integer> lengths = keys.lengths();
        return widths.stream()
                .filter(all -> lengths.contains(
                        all.stream().mapToInt(Integer::intValue).sum()))
                .toList();
    }

    private Found together(Table table, int first, List<Integer> widths) {
        List<Integer> columns = new ArrayList<>();
        List<KeyRule.Part> parts = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            int width = widths.get(i);
            boolean shorter = table.texts(first + i).stream().anyMatch(text -> text.length() < width);
            columns.add(first + i);
            parts.add(new KeyRule.Part(table.address(first + i), shorter ? width : null));
        }
        Set<String> texts = new HashSet<>();
        for (int row = 0; row < Math.min(MOST_TEXTS, table.rows()); row++) {
            StringBuilder key = new StringBuilder();
            for (int i = 0; i < widths.size(); i++) {
                String part = table.cell(row, first + i);
                key.append("0".repeat(part.isEmpty() ? 0 : Math.max(0, widths.get(i) - part.length())))
                        .append(part);
            }
            texts.add(key.toString());
        }
        List<String> known =
                texts.stream().filter(text -> keys.keys().contains(text)).toList();
        return new Found(
                columns,
                known.size(),
                texts.size(),
                levelOf(known, KeyRule.NONE),
                new KeyRule(parts, null, null, null, null, null),
                List.of());
    }

    /** The level that the file speaks of, where that is stated. */
    Optional<String> level() {
        return Optional.ofNullable(level);
    }

    /** Keys of the spaces that a text without a space may mean, mostly none; nothing where it stands for a space. */
    Optional<List<String>> meantBy(String text) {
        return index.meantBy(text);
    }

    /** Whether a column of numbers holds keys rather than values. */
    boolean isKeyLike(Table table, int column) {
        if (exactKeys) {
            return table.share(column, keys.keys()::contains) > 0.8
                    && table.distinct(column).size() > 2;
        }
        Found found = in(table, column);
        return found.share() > 0.8 && found.texts > 2;
    }
}
