package de.quartierwerk.ingestion.intake.proposal;

import de.quartierwerk.ingestion.intake.validation.reading.SpaceIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which texts of a table are spaces, and of which level. */
final class SpaceGuess {
    private static final int SHORTEST_KEY = 2;
    private static final int LONGEST_KEY = 12;
    private static final int MOST_TEXTS = 100;

    private final SpaceIndex index;
    private final @Nullable String level;

    /**
     * @param index the spaces by their keys and names as they are
     * @param level the level that the file speaks of; null to find out
     */
    SpaceGuess(SpaceIndex index, @Nullable String level) {
        this.index = index;
        this.level = level;
    }

    /**
     * What was found in a column.
     *
     * @param column its number; -1 for the column names
     * @param known how many of its texts are spaces of the level
     * @param texts how many texts it has
     * @param level of the spaces
     * @param keyLength length up to which keys have to be filled with zeros; 0 where they are as they are
     */
    record Found(int column, long known, long texts, String level, int keyLength) {
        double share() {
            return texts == 0 ? 0 : (double) known / texts;
        }
    }

    Found in(int column, List<String> texts) {
        List<String> sample = texts.size() > MOST_TEXTS ? texts.subList(0, MOST_TEXTS) : texts;
        Found best = count(column, sample, 0);
        boolean digits = sample.stream().anyMatch(text -> text.matches("\\d{1,11}"));
        for (int length = SHORTEST_KEY; digits && best.share() < 0.5 && length <= LONGEST_KEY; length++) {
            Found padded = count(column, sample, length);
            best = padded.known > best.known ? padded : best;
        }
        return best;
    }

    private Found count(int column, List<String> texts, int keyLength) {
        Map<String, Long> byLevel = new HashMap<>();
        for (String text : texts) {
            levelOf(keyLength == 0 ? text : padded(text, keyLength))
                    .filter(found -> level == null || level.equals(found))
                    .ifPresent(found -> byLevel.merge(found, 1L, Long::sum));
        }
        return byLevel.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> new Found(column, most.getValue(), texts.size(), most.getKey(), keyLength))
                .orElse(new Found(column, 0, texts.size(), "", keyLength));
    }

    private static String padded(String text, int length) {
        String bare = text.replaceFirst("\\.0+$", "");
        return bare.matches("\\d+") ? "0".repeat(Math.max(0, length - bare.length())) + bare : text;
    }

    private Optional<String> levelOf(String text) {
        return index.levelOf(text);
    }

    /** Whether a column of numbers holds keys rather than values. */
    boolean isKeyLike(int column, List<String> texts) {
        Found found = in(column, texts);
        return found.share() > 0.8 && found.texts > 2;
    }
}
