package de.quartierwerk.ingestion.intake.file;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signs that stand in cells instead of numbers.
 *
 * @param missing there is no value ({@code x}, {@code ...}, {@code …}, an empty cell)
 * @param suppressed the source keeps it secret ({@code .}, {@code •})
 * @param unreliable the source finds it too uncertain to state ({@code /}, {@code ( )})
 * @param zero exactly zero ({@code -}, also as a longer dash)
 */
public record Marks(Set<String> missing, Set<String> suppressed, Set<String> unreliable, Set<String> zero) {
    /** The signs of German official statistics. */
    public static final Marks USUAL = new Marks(
            Set.of("", "x", "X", "...", "…"), Set.of(".", "•"), Set.of("/", "()", "( )"), Set.of("-", "–", "—"));

    public Marks {
        missing = Set.copyOf(missing);
        suppressed = Set.copyOf(suppressed);
        unreliable = Set.copyOf(unreliable);
        zero = Set.copyOf(zero);
    }

    /**
     * The usual signs, where a mapping does not state its own; null means not stated. An empty cell is missing whatever
     * other signs are stated for that, unless it is stated for something else.
     */
    public static Marks stated(
            @Nullable List<String> missing, @Nullable List<String> suppressed, @Nullable List<String> unreliable) {
        Set<String> gone = missing == null ? USUAL.missing : new HashSet<>(missing);
        boolean emptyIsElse =
                (suppressed != null && suppressed.contains("")) || (unreliable != null && unreliable.contains(""));
        if (missing != null && !emptyIsElse) {
            gone.add("");
        }
        return new Marks(
                gone,
                suppressed == null ? USUAL.suppressed : Set.copyOf(suppressed),
                unreliable == null ? USUAL.unreliable : Set.copyOf(unreliable),
                USUAL.zero);
    }
}
